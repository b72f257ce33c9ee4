// What @rc-ex/core and @rc-ex/ws see of one call, and of what stands around it, under one position of one switch.
import { createRequire } from 'node:module';
import { Phone } from './phone.mjs';
import { Events, FILTERS } from './ringcentral.mjs';

const require = createRequire(import.meta.url);
const { default: RingCentral } = require('@rc-ex/core');
const { default: WebSocketExtension } = require('@rc-ex/ws');
const MARCUS = '+13035550187';

async function hear(cloud, name, position) {
    const env = cloud.env;
    const rc = new RingCentral({ server: env.RINGCENTRAL_SERVER_URL, clientId: env.RINGCENTRAL_CLIENT_ID, clientSecret: env.RINGCENTRAL_CLIENT_SECRET });
    const token = await rc.authorize({ jwt: env.RINGCENTRAL_JWT_TOKEN });
    const socket = new WebSocketExtension();
    if (name === 'webSocketScope' && position === 'none') {
        const refused = await rc.installExtension(socket).then(() => 0, (error) => error.response.status);
        if (refused !== 403)
            throw new Error(`an app without the scope was answered ${refused}`);
        return 'no socket';
    }
    await rc.installExtension(socket);
    const events = new Events();
    const subscription = await socket.subscribe(FILTERS, events.put);
    const story = { rc, token, cloud, socket, subscription, events, phone: new Phone(cloud), extension: rc.restapi().account().extension() };
    try {
        // Without CallControl there are no telephony events: presence is what is left.
        const telephony = !['userFilters=noCallControl', 'callControlScope=off'].includes(`${name}=${position}`);
        story.call = await story.phone.start({ from: MARCUS, name: 'MARCUS HALE' });
        story.presence = await events.presence('ringing', (body) => body.telephonyStatus === 'Ringing');
        story.ringing = telephony ? await events.status('Proceeding') : undefined;
        await story.phone.do('answer', story.call);
        story.answered = telephony ? await events.status('Answered') : undefined;
        const seen = await see[name]?.(story);
        await story.phone.do('end', story.call);
        story.ended = telephony ? await events.status('Disconnected') : undefined;
        await events.presence('nothing', (body) => body.telephonyStatus === 'NoCall');
        return seen ?? 'a call';
    } finally {
        await socket.revoke();
    }
}

const party = (event) => event.body.parties[0];
const status = (promise) => promise.then((answer) => answer.status, (error) => error.response?.status);
const refusal = ({ rc }, path) => rc.get(path).then(() => 'none', ({ response }) => [response.status, response.data.errorCode]);

/** What this switch shows. Switches without a line here show themselves to tests of the demo cloud, or only after minutes. */
const see = {
    ids: ({ presence, ringing }) => [typeof presence.body.extensionId, typeof ringing.body.sessionId],
    timeFraction: ({ ringing }) => /\.(\d+)/.exec(ringing.body.eventTime)?.[1].length ?? 0,
    errorBodies: (story) => refusal(story, '/restapi/v1.0/account/~/extension/~/message-store/1'),
    notFoundStatus: (story) => refusal(story, '/restapi/v1.0/account/~/extension/~/message-store/1'),
    callerNames: ({ ringing }) => party(ringing).from.name,
    callerNumbers: ({ ringing }) => party(ringing).from.phoneNumber,
    presenceNumbers: ({ presence }) => presence.body.activeCalls[0].from,
    eventPath: ({ ringing }) => ringing.event.includes('~'),
    rcc: ({ answered }) => party(answered).status.rcc,
    unknownWords: ({ ringing }) => Object.keys(party(ringing)),
    issueRefreshTokens: ({ token }) => typeof token.refresh_token,
    callControlScope: ({ token }) => token.scope.split(' ').includes('CallControl'),
    webSocketScope: ({ token }) => token.scope.split(' ').filter((word) => /WebSocket/.test(word)),
    userFilters: ({ subscription }) => subscription.subscriptionInfo.eventFilters.length,
    device: async ({ extension }) => (await extension.device().get()).records[0].status,
    dndEngine: async ({ extension }) => Object.keys(await extension.presence().get()).filter((key) => key.startsWith('dnd')),
    rateLimitGroupCase: async ({ rc }) => (await rc.get('/restapi/v1.0/account/~/extension/~')).headers['x-rate-limit-group'],
    patchParty: async ({ rc, answered }) => {
        const path = `/restapi/v1.0/account/~/telephony/sessions/${answered.body.telephonySessionId}/parties/${party(answered).id}`;
        return [await status(rc.patch(path, { muted: true })), await status(rc.patch(path, { party: { muted: true } }))];
    },
    withheldCaller: async ({ phone, call, events }) => {
        await phone.do('hold', call);
        events.clear();
        await phone.start({ withheld: true });
        const from = party(await events.status('Proceeding')).from;
        await phone.do('giveup', (await phone.cloud.control('calls', { live: true })).calls.find((each) => each.callSid !== call.callSid));
        return from ?? 'nothing';
    },
    wstokenLife: async ({ rc }) => (await rc.post('/restapi/oauth/wstoken')).data.expires_in,
    loginPage: async ({ cloud }) => (await fetch(authorize(cloud), { redirect: 'manual' })).status,
    badCredentialsStatus: async ({ cloud }) => (await fetch(new URL('/restapi/oauth/token', cloud.env.RINGCENTRAL_SERVER_URL), {
        method: 'POST',
        headers: { Authorization: `Basic ${Buffer.from(`${cloud.env.RINGCENTRAL_CLIENT_ID}:${cloud.env.RINGCENTRAL_CLIENT_SECRET}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: 'nobody' }),
    })).status,
    customSchemes: async ({ cloud }) => {
        const redirect = 'callcard://oauth2callback';
        await cloud.control('app', { service: 'ringcentral', clientId: 'scheme', public: true, redirectUris: [redirect] });
        return (await fetch(authorize(cloud, { client_id: 'scheme', redirect_uri: redirect }), { redirect: 'manual' })).status;
    },
    loopbackPorts: async ({ cloud }) => (await fetch(authorize(cloud, { redirect_uri: 'http://127.0.0.1:5999/oauth2callback' }), { redirect: 'manual' })).status,
};

function authorize(cloud, more = {}) {
    const url = new URL('/restapi/oauth/authorize', cloud.env.RINGCENTRAL_SERVER_URL);
    url.search = new URLSearchParams({
        response_type: 'code', client_id: cloud.env.RINGCENTRAL_CLIENT_ID, redirect_uri: cloud.env.RINGCENTRAL_REDIRECT_URI, state: 'x', ...more,
    }).toString();
    return url;
}

export const ringcentral = { hear, visible: new Set(Object.keys(see)) };
