// What a plain request sees under a position of a switch: one function a switch, for the services that have no official client of their
// own for Node.js, and for what such a client would not notice.
import { createServer } from 'node:http';
import { until } from './inbox.mjs';
import { Phone } from './phone.mjs';

const MARCUS = '+13035550187';

async function ask(method, url, { headers = {}, body } = {}) {
    const answer = await fetch(url, {
        method, redirect: 'manual', headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    let json;
    try {
        json = JSON.parse(text);
    } catch {
        json = undefined;
    }
    return { status: answer.status, headers: answer.headers, json };
}

// Firebase Auth

function identity(cloud, method, body, key = cloud.env.FIREBASE_API_KEY) {
    return ask('POST', `http://${cloud.env.FIREBASE_AUTH_EMULATOR_HOST}/identitytoolkit.googleapis.com/v1/accounts:${method}?key=${key}`, { body });
}
const signIn = (cloud, password = cloud.env.CALLCARD_FIREBASE_PASSWORD, key = undefined) =>
    identity(cloud, 'signInWithPassword', { email: cloud.env.CALLCARD_USER_EMAIL, password, returnSecureToken: true }, key);
const google = (cloud) => identity(cloud, 'signInWithIdp', {
    postBody: `id_token=${encodeURIComponent(JSON.stringify({ sub: 'g1', email: cloud.env.CALLCARD_USER_EMAIL, email_verified: true }))}&providerId=google.com`,
    requestUri: 'http://localhost', returnSecureToken: true, returnIdpCredential: true,
});
const outcome = ({ status, json }) => [status, json?.error?.message, 'idToken' in (json ?? {})];

const firebaseauth = {
    enumeration: async (cloud) => outcome(await signIn(cloud, 'wrong')),
    apiKey: async (cloud) => outcome(await signIn(cloud, undefined, 'somebody-elses-key')),
    secondFactor: async (cloud) => outcome(await signIn(cloud)),
    passwords: async (cloud) => outcome(await signIn(cloud)),
    idp: async (cloud) => outcome(await google(cloud)),
    google: async (cloud) => outcome(await google(cloud)),
    foreignClients: async (cloud) => {
        const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
        const idToken = `${part({ alg: 'RS256' })}.${part({ sub: 'g1', aud: 'somebody-else.apps.googleusercontent.com', email: cloud.env.CALLCARD_USER_EMAIL, email_verified: true, exp: 4e9 })}.x`;
        return outcome(await identity(cloud, 'signInWithIdp', {
            postBody: `id_token=${idToken}&providerId=google.com`, requestUri: 'http://localhost', returnSecureToken: true,
        }));
    },
    refreshTokens: async (cloud) => {
        const first = (await signIn(cloud)).json.refreshToken;
        const answer = await fetch(`http://${cloud.env.FIREBASE_AUTH_EMULATOR_HOST}/securetoken.googleapis.com/v1/token?key=x`,
            { method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: first }) });
        return (await answer.json()).refresh_token === first;
    },
    consent: async (cloud) => {
        const url = new URL(cloud.env.CALLCARD_GOOGLE_AUTH_URL);
        url.search = new URLSearchParams({
            response_type: 'code', client_id: cloud.env.GOOGLE_CLIENT_ID, redirect_uri: 'http://127.0.0.1:5999', scope: 'openid email', state: 'x',
            code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256',
        }).toString();
        const { headers } = await ask('GET', url);
        return new URL(headers.get('location')).searchParams.has('code');
    },
};

// Firestore

const documents = (cloud) =>
    `http://${cloud.env.FIRESTORE_EMULATOR_HOST}/v1/projects/${cloud.env.FIREBASE_PROJECT_ID}/databases/(default)/documents`;
const OWNER = { Authorization: 'Bearer owner' };
async function asRep(cloud) {
    const { idToken, localId } = (await signIn(cloud)).json;
    return { uid: localId, headers: { Authorization: `Bearer ${idToken}` } };
}
const equal = (field, value) => ({ fieldFilter: { field: { fieldPath: field }, op: 'EQUAL', value: { stringValue: value } } });
const run = (cloud, headers, structuredQuery) => ask('POST', `${documents(cloud)}:runQuery`, { headers, body: { structuredQuery } });

const firestore = {
    rules: async (cloud) => {
        const { uid, headers } = await asRep(cloud);
        const readOthers = await ask('GET', `${documents(cloud)}/users/somebody-else`, { headers });
        const writeCustomers = await ask('PATCH', `${documents(cloud)}/copper_people/x1`, { headers, body: { fields: { name: { stringValue: 'x' } } } });
        const missing = await ask('GET', `${documents(cloud)}/metrics/${uid}_never`, { headers });
        const goals = await ask('GET', `${documents(cloud)}/settings/team_goals`, { headers });
        return [readOthers, writeCustomers, missing, goals].map((each) => each.status);
    },
    indexes: async (cloud) => {
        const { uid, headers } = await asRep(cloud);
        const answer = await run(cloud, headers, {
            from: [{ collectionId: 'metrics' }], where: equal('userId', uid), orderBy: [{ field: { fieldPath: 'nobodyIndexedThis' } }],
        });
        return answer.status;
    },
    tokens: async (cloud) => {
        const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
        const expired = `${part({ alg: 'none' })}.${part({
            sub: 'x', user_id: 'x', aud: cloud.env.FIREBASE_PROJECT_ID, iss: `https://securetoken.google.com/${cloud.env.FIREBASE_PROJECT_ID}`,
            iat: 1, exp: 2, auth_time: 1, firebase: { sign_in_provider: 'password', identities: {} },
        })}.`;
        return (await ask('GET', `${documents(cloud)}/users/x`, { headers: { Authorization: `Bearer ${expired}` } })).status;
    },
    first: async (cloud) => {
        const { headers } = await asRep(cloud);
        const path = `${documents(cloud)}/metrics/somebody_elses`;
        await ask('PATCH', path, { headers: OWNER, body: { fields: { userId: { stringValue: 'somebody' } } } });
        return (await ask('PATCH', `${path}?currentDocument.exists=false`, { headers, body: { fields: {} } })).status;
    },
    missingVersion: async (cloud) =>
        (await ask('PATCH', `${documents(cloud)}/probe/never?currentDocument.updateTime=2026-01-01T00:00:00Z`, { headers: OWNER, body: { fields: {} } })).status,
    streamErrors: async (cloud) => Array.isArray((await run(cloud, OWNER, { from: [{ collectionId: 'a' }], limit: -1 })).json),
    webKey: async (cloud) => {
        const { uid, headers } = await asRep(cloud);
        const own = `${documents(cloud)}/users/${uid}`;
        return [(await ask('GET', own, { headers })).status, (await ask('GET', `${own}?key=${cloud.env.FIREBASE_API_KEY}`, { headers })).status];
    },
    appCheck: async (cloud) => {
        const { uid, headers } = await asRep(cloud);
        const own = `${documents(cloud)}/users/${uid}`;
        return [(await ask('GET', own, { headers })).status, (await ask('GET', own, { headers: { ...headers, 'X-Firebase-AppCheck': 'x' } })).status];
    },
    retryAfter: async (cloud) => {
        await cloud.control('exhaust', { service: 'firestore', reads: true });
        const { status, headers } = await run(cloud, OWNER, { from: [{ collectionId: 'users' }] });
        return [status, headers.get('retry-after')];
    },
    done: async (cloud) => (await run(cloud, OWNER, { from: [{ collectionId: 'users' }], limit: 1 })).json.some((row) => row.done),
};

// JustCall

const KEY = (cloud) => `${cloud.env.JUSTCALL_API_KEY}:${cloud.env.JUSTCALL_API_SECRET}`;
const justcallGet = (cloud, path, Authorization = KEY(cloud)) => ask('GET', cloud.env.JUSTCALL_BASE_URL + path, { headers: { Authorization } });
const firstCall = async (cloud) => (await justcallGet(cloud, '/calls?per_page=1')).json.data[0];
const clock = (text) => text.padStart(2, '0');

/** The webhooks of one call that rings and is answered. */
async function webhooks(cloud, type, more = {}) {
    const bodies = [];
    const server = createServer(async (request, response) => {
        let text = '';
        for await (const piece of request)
            text += piece;
        bodies.push(JSON.parse(text));
        response.end();
    });
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
    try {
        await cloud.control('webhook.add', { provider: 'justcall', url: `http://127.0.0.1:${server.address().port}/hook` });
        const phone = new Phone(cloud);
        const call = await phone.start({ from: MARCUS, ...more });
        await phone.do('answer', call);
        await phone.do('end', call);
        return await until(`a ${type} webhook`, () => bodies.find((body) => body.type === type));
    } finally {
        server.closeAllConnections?.();
        server.close();
    }
}

const justcall = {
    plan: async (cloud) => {
        const { headers } = await justcallGet(cloud, '/users');
        return [headers.get('x-rate-limit-limit'), headers.get('x-rate-limit-burst-limit')];
    },
    basicAuth: async (cloud) => (await justcallGet(cloud, '/users', `Basic ${Buffer.from(KEY(cloud)).toString('base64')}`)).status,
    filterZone: async (cloud) => {
        await cloud.control('limits', { service: 'justcall', hourly: 10_000, burst: 10_000 });
        const totals = [];
        for (const day of [1, 2, 3]) {
            const date = new Date(Date.now() - day * 86_400_000).toISOString().slice(0, 10);
            for (let hour = 6; hour < 24; hour += 3)
                totals.push((await justcallGet(cloud, `/calls?per_page=1&to_datetime=${date} ${clock(String(hour))}:00:00`)).json.total_count);
        }
        return totals;
    },
    inProgressRows: async (cloud) => {
        const phone = new Phone(cloud);
        const count = async () => (await justcallGet(cloud, '/calls?per_page=1')).json.total_count;
        const before = await count();
        const call = await phone.start({ from: MARCUS });
        const ringing = (await count()) - before;
        await phone.do('answer', call);
        return [ringing, (await count()) - before];
    },
    singleObject: async (cloud) => 'data' in (await justcallGet(cloud, `/calls/${(await firstCall(cloud)).id}`)).json,
    links: async (cloud) => {
        const { next_page_link: next } = (await justcallGet(cloud, '/calls?per_page=1')).json;
        return typeof next === 'string' ? next.length > 0 : next;
    },
    wrongDates: async (cloud) => (await justcallGet(cloud, '/calls?per_page=1&from_datetime=2001-01-01T00:00:00Z')).json.total_count > 0,
    callsMinimum: async (cloud) => (await justcallGet(cloud, '/calls?per_page=1')).json.data.length,
    arrays: async (cloud) => {
        const total = async (query) => (await justcallGet(cloud, `/calls?${query}`)).json.total_count;
        const everything = await total('');
        return [(await total('call_traits[]=QUEUE&call_traits[]=TRANSFER')) < everything, (await total('call_traits=QUEUE,TRANSFER')) < everything];
    },
    errorStatus: async (cloud) => (await justcallGet(cloud, '/calls?sort=nonsense')).json.status,
    invalid: async (cloud) => (await justcallGet(cloud, '/calls?sort=nonsense')).status,
    lastLogin: async (cloud) => (await justcallGet(cloud, `/users?email=${cloud.env.CALLCARD_USER_EMAIL}`)).json.data[0].last_login_timestamp,
    metadata: async (cloud) => {
        const body = await webhooks(cloud, 'call.completed', { metadata: { deal: 7 } });
        return [body.metadata, body.data.metadata];
    },
    overMaximum: async (cloud) => (await justcallGet(cloud, '/calls?per_page=1000')).status,
    errorField: async (cloud) => {
        const { json } = await justcallGet(cloud, '/calls?sort=nonsense');
        return [typeof json.error, Array.isArray(json.message)];
    },
    resetHeaders: async (cloud) => Number((await justcallGet(cloud, '/users')).headers.get('x-rate-limit-reset')) > 1e9,
    penalty: async (cloud) => {
        await cloud.control('limits', { service: 'justcall', hourly: 1000, burst: 1 });
        const status = async () => (await justcallGet(cloud, '/users')).status;
        const seen = [await status(), await status()];
        await cloud.control('clock.advance', { seconds: 45 });
        seen.push(await status());
        await cloud.control('clock.advance', { seconds: 30 });
        seen.push(await status());
        return seen;
    },
    plusSigns: async (cloud) => (await justcallGet(cloud, '/calls?per_page=100')).json.data.some((row) => row.contact_number.startsWith('+')),
    unpaddedTimes: async (cloud) => (await justcallGet(cloud, '/calls?per_page=100')).json.data.some((row) => /^\d:/.test(row.call_time)),
    escapedText: async (cloud) => {
        await cloud.control('text.add', { number: MARCUS, body: 'nuts & bolts' });
        return (await justcallGet(cloud, '/texts?per_page=1')).json.data[0].sms_info.body;
    },
    textDirection: async (cloud) => {
        await cloud.control('text.add', { number: MARCUS, body: 'sent', direction: 'outbound' });
        return (await justcallGet(cloud, '/texts?per_page=1')).json.data[0].direction;
    },
    cancelledWord: async (cloud) => {
        const phone = new Phone(cloud);
        const call = await phone.start({ direction: 'outbound', to: MARCUS });
        await phone.do('giveup', call);
        return (await firstCall(cloud)).call_info.type;
    },
    aiFields: async (cloud) => {
        // Only what was recorded was listened to, and the newest call need not be.
        const rows = (await justcallGet(cloud, '/calls?per_page=100')).json.data;
        const recorded = rows.find((row) => row.call_info.recording !== '');
        return Object.keys((await justcallGet(cloud, `/calls/${recorded.id}?fetch_ai_data=true`)).json.data);
    },
    aiAddOn: async (cloud) => {
        const { status, json } = await justcallGet(cloud, '/calls_ai');
        return [status, (json.data ?? []).length > 0];
    },
    lastFetched: async (cloud) => {
        const last = (await justcallGet(cloud, '/calls?per_page=20')).json.data.at(-1).id;
        return (await justcallGet(cloud, `/calls?per_page=20&last_call_id_fetched=${last}`)).json.data.length;
    },
    retryUnanswered: async (cloud) => {
        const server = createServer((request) => request.socket.destroy());
        await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
        try {
            await cloud.control('webhook.add', { provider: 'justcall', type: 'sms.received', url: `http://127.0.0.1:${server.address().port}/hook` });
            await cloud.control('text.add', { number: MARCUS, body: 'hello' });
            const attempts = async () => (await cloud.control('webhook.deliveries')).deliveries.filter((each) => each.type === 'sms.received').length;
            await until('a delivery', attempts);
            const again = until('another', async () => {
                await cloud.control('clock.advance', { seconds: 31 });
                return await attempts() > 1;
            }, 1000);
            return await again.catch(() => 'given up');
        } finally {
            server.closeAllConnections?.();
            server.close();
        }
    },
    earlyEvents: async (cloud) => Object.keys((await webhooks(cloud, 'call.incoming')).data),
    webhookTypes: async (cloud) => (await webhooks(cloud, 'call.completed')).data.call_info.type,
};

// Copper

const copperAsk = (cloud, path, body) => ask('POST', cloud.env.COPPER_BASE_URL + path, {
    body, headers: { 'X-PW-AccessToken': cloud.env.COPPER_API_KEY, 'X-PW-UserEmail': cloud.env.COPPER_USER_EMAIL, 'X-PW-Application': 'developer_api' },
});
async function ada(cloud) {
    await cloud.control('customer.add', { firstName: 'Ada', lastName: 'Quill', numbers: [{ written: '(303) 555-0199', e164: '+13035550199' }], emails: ['ada@quill.example'] });
}
const found = ({ status, json }) => [status, Array.isArray(json) ? json.length : typeof json];

const copper = {
    phoneFilter: async (cloud) => {
        await ada(cloud);
        return found(await copperAsk(cloud, '/people/search', { phone_number: '+1 303.555.0199' }));
    },
    phoneFilterName: async (cloud) => {
        const nobody = '+19995550100'; // a filter that is not known lets everybody through
        return [found(await copperAsk(cloud, '/people/search', { phone_number: nobody })), found(await copperAsk(cloud, '/people/search', { phone_numbers: [nobody] }))];
    },
    fetchByEmail: async (cloud) => {
        await ada(cloud);
        return (await copperAsk(cloud, '/people/fetch_by_email', { email: 'ada@quill.example' })).status;
    },
    leads: async (cloud) => (await copperAsk(cloud, '/leads/search', {})).status,
};

// The relay's call stream

const callstream = {
    aiCalls: async (cloud) => {
        const headers = { Authorization: `Bearer ${cloud.env.CALLCARD_RELAY_TOKEN}` };
        return (await ask('POST', `${cloud.env.CALLCARD_RELAY_URL}/api/ai-calls`, { headers, body: { to: 'nobody' } })).status;
    },
    customers: async (cloud) => {
        const [customer] = (await cloud.control('customers', { limit: 1 })).customers;
        await new Phone(cloud).start({ customer: customer.id });
        const active = await ask('GET', `${cloud.env.CALLCARD_RELAY_URL}/api/active-calls`, { headers: { Authorization: `Bearer ${cloud.env.CALLCARD_RELAY_TOKEN}` } });
        return Boolean(active.json.calls[0].customer_name);
    },
};

// ElevenLabs

const aiCall = (cloud, more = {}) => ask('POST', `${cloud.env.ELEVENLABS_BASE_URL}/v1/convai/twilio/outbound-call`, {
    headers: { 'xi-api-key': cloud.env.ELEVENLABS_API_KEY },
    body: { agent_id: cloud.env.ELEVENLABS_AGENT_ID, agent_phone_number_id: cloud.env.ELEVENLABS_PHONE_NUMBER_ID, to_number: MARCUS, ...more },
});
const elevenlabs = {
    ids: async (cloud) => {
        const { json } = await aiCall(cloud);
        return ['conversation_id' in json, 'callSid' in json, typeof json.callSid];
    },
    success: async (cloud) => {
        const { status, json } = await aiCall(cloud);
        return [status, json.success, (await cloud.control('calls', { live: true })).calls.length];
    },
    overrides: async (cloud) =>
        (await aiCall(cloud, { conversation_initiation_client_data: { conversation_config_override: { agent: { language: 'de' } } } })).status,
};

export const others = { firebaseauth, firestore, justcall, copper, callstream, elevenlabs };
