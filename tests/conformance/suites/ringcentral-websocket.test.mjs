// @rc-ex/core with @rc-ex/ws: the strictest reader of the gateway's frames there is, and the one that recovers lost sockets.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { withCloud } from '../support/cloud.mjs';
import { until } from '../support/inbox.mjs';
import { Phone } from '../support/phone.mjs';
import { consent, Events, FILTERS, REDIRECT } from '../support/ringcentral.mjs';

// Both as CommonJS: what @rc-ex/ws calls its module build is none for Node.js 18.
const require = createRequire(import.meta.url);
const { default: RingCentral } = require('@rc-ex/core');
const { default: WebSocketExtension, Events: SocketEvents } = require('@rc-ex/ws');
const MARCUS = '+13035550187';

async function signedIn(cloud) {
    const rc = new RingCentral({
        server: cloud.env.RINGCENTRAL_SERVER_URL,
        clientId: cloud.env.RINGCENTRAL_CLIENT_ID,
        clientSecret: cloud.env.RINGCENTRAL_CLIENT_SECRET,
    });
    await rc.authorize({ jwt: cloud.env.RINGCENTRAL_JWT_TOKEN });
    return rc;
}

async function listening(cloud, options = {}) {
    const rc = await signedIn(cloud);
    // Looks after its socket every 100 ms instead of seconds: a test has no patience.
    const socket = new WebSocketExtension({ autoRecover: { enabled: true, checkInterval: () => 100 }, ...options });
    await rc.installExtension(socket);
    const events = new Events();
    const subscription = await socket.subscribe(FILTERS, events.put);
    return { rc, socket, events, subscription, phone: new Phone(cloud), extension: rc.restapi().account().extension() };
}

/** A test with a listening client that is put away afterwards, so that the program can end. */
function heard(name, body, options) {
    test(name, withCloud([], async (cloud) => {
        const all = await listening(cloud, options);
        try {
            await body({ cloud, ...all });
        } finally {
            await all.socket.revoke();
        }
    }));
}

test('signs in with PKCE and no secret', withCloud([], async (cloud) => {
    const rc = new RingCentral({ server: cloud.env.RINGCENTRAL_SERVER_URL, clientId: cloud.env.RINGCENTRAL_CLIENT_ID });
    const verifier = randomBytes(32).toString('base64url');
    const url = new URL('/restapi/oauth/authorize', cloud.env.RINGCENTRAL_SERVER_URL);
    url.search = new URLSearchParams({
        response_type: 'code', client_id: rc.rest.clientId, redirect_uri: REDIRECT, state: 'x',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
    }).toString();
    const back = await consent(url);
    const token = await rc.authorize({ code: back.searchParams.get('code'), redirect_uri: REDIRECT, code_verifier: verifier });
    assert.equal(token.token_type, 'bearer');
    const first = token.access_token;
    assert.notEqual((await rc.refresh()).access_token, first);
    const me = await rc.restapi().account().extension().get();
    assert.equal(me.contact.email, cloud.env.CALLCARD_USER_EMAIL);
    await rc.revoke();
}));

heard('connects, and the subscription is told in full', async ({ socket, subscription }) => {
    assert.equal(socket.connectionDetails.recoveryState, undefined);
    assert.ok(socket.connectionDetails.recoveryTimeout > 0);
    assert.ok(socket.wsc.token);
    const info = subscription.subscriptionInfo;
    assert.equal(info.status, 'Active');
    assert.equal(info.deliveryMode.transportType, 'WebSocket');
    for (const filter of info.eventFilters)
        assert.doesNotMatch(filter, /~/);
});

heard('an answered call: rings, is held, is taken back, ends', async ({ events, phone }) => {
    const call = await phone.start({ from: MARCUS });
    const ringing = await events.status('Proceeding');
    const { body } = ringing;
    assert.equal(ringing.event.split('/').slice(-2).join('/'), 'telephony/sessions');
    assert.match(body.telephonySessionId, /^s-/);
    assert.equal(body.origin.type, 'Call');
    assert.equal(body.parties.length, 1);
    assert.equal(body.parties[0].direction, 'Inbound');
    assert.equal(body.parties[0].from.phoneNumber, MARCUS);
    assert.equal(body.parties[0].missedCall, false);

    await phone.do('answer', call);
    await events.status('Answered');
    await phone.do('hold', call);
    await events.status('Hold');
    events.clear();
    await phone.do('unhold', call);
    await events.status('Answered');
    await phone.do('end', call);
    const ended = await events.status('Disconnected');
    assert.equal(ended.body.telephonySessionId, body.telephonySessionId);
    assert.ok(ended.body.sequence > body.sequence);
    const last = await events.presence('nothing left', (presence) => presence.telephonyStatus === 'NoCall');
    assert.equal(last.subscriptionId, ended.subscriptionId);
});

heard('a missed call', async ({ events, phone }) => {
    const call = await phone.start({ from: MARCUS });
    await events.status('Proceeding');
    await phone.do('giveup', call);
    const gone = await events.status('Disconnected');
    assert.equal(gone.body.parties[0].missedCall, true);
    assert.ok(!events.items.some((event) => event.body.parties?.[0].status.code === 'Answered'));
});

heard('a voicemail', async ({ events, phone, extension }) => {
    const call = await phone.start({ from: MARCUS });
    await events.status('Proceeding');
    await phone.do('voicemail', call, { seconds: 1, transcription: 'Please call me back.' });
    await events.status('VoiceMail');
    await events.status('Disconnected', undefined, 20_000);
    const told = await events.next('voicemail event', (event) => event.event.endsWith('/voicemail'), 20_000);
    assert.equal(told.body.type, 'VoiceMail');
    assert.equal(told.body.from.phoneNumber, MARCUS);
    const kept = await extension.messageStore(String(told.body.id)).get();
    assert.ok(kept.attachments.some((attachment) => attachment.type === 'AudioRecording'));
});

heard('a declined call', async ({ events, phone }) => {
    const call = await phone.start({ from: MARCUS });
    await events.status('Proceeding');
    await phone.do('decline', call, { voicemail: false });
    const gone = await events.status('Disconnected');
    assert.equal(gone.body.parties[0].status.reason, 'Rejected');
});

heard('a queue call that a colleague takes', async ({ cloud, events, phone }) => {
    const company = await cloud.control('company');
    const colleague = company.reps[1];
    const call = await phone.start({ from: MARCUS, line: company.queues[0].line });
    const ringing = await events.status('Proceeding');
    assert.equal(ringing.body.parties[0].queueCall, true);
    await phone.do('answer', call, { rep: colleague.id });
    await events.status('Disconnected', (party) => party.status.reason === 'AgentAnswered');
});

heard('a call transferred to a colleague', async ({ cloud, events, phone }) => {
    const company = await cloud.control('company');
    const call = await phone.start({ from: MARCUS });
    await phone.do('answer', call);
    await events.status('Answered');
    await phone.do('transfer', call, { to: company.reps[1].id });
    await events.status('Disconnected', (party) => party.status.reason === 'BlindTransfer');
});

heard('a withheld number', async ({ events, phone }) => {
    await phone.start({ withheld: true });
    const ringing = await events.status('Proceeding');
    assert.ok(!/\d{4}/.test(ringing.body.parties[0].from.phoneNumber ?? ''));
});

heard('an outgoing call', async ({ events, phone }) => {
    const call = await phone.start({ direction: 'outbound', to: MARCUS });
    const dialled = await events.status('Proceeding', (party) => party.direction === 'Outbound');
    assert.equal(dialled.body.parties[0].to.phoneNumber, MARCUS);
    await phone.do('answer', call);
    await events.status('Answered', (party) => party.direction === 'Outbound');
    await phone.do('end', call);
    await events.status('Disconnected', (party) => party.direction === 'Outbound');
});

heard('texts in and out', async ({ events, cloud, extension }) => {
    await cloud.control('text.add', { number: MARCUS, body: 'Zoë says hi 👋' });
    const arrived = await events.next('instant message', (event) => event.event.includes('/message-store/instant'));
    assert.equal(arrived.body.subject, 'Zoë says hi 👋');
    assert.equal(arrived.body.from.phoneNumber, MARCUS);
    await events.next('counter', (event) => event.event.endsWith('/message-store') && event.body.changes.some((change) => change.type === 'SMS'));

    const numbers = await extension.phoneNumber().get();
    const mine = numbers.records.find((number) => number.features.includes('SmsSender'));
    const sent = await extension.sms().post({ from: { phoneNumber: mine.phoneNumber }, to: [{ phoneNumber: MARCUS }], text: 'On my way' });
    assert.equal(sent.subject, 'On my way');
    assert.equal(sent.direction, 'Outbound');
    const list = await extension.messageStore().list({ messageType: ['SMS'], perPage: 10 });
    assert.ok(list.records.some((message) => String(message.id) === String(sent.id)));
    const sync = await extension.messageSync().get({ syncType: ['FSync'], recordCount: 10 });
    assert.ok(sync.syncInfo.syncToken);
    const read = await extension.messageStore(String(arrived.body.id)).put({ readStatus: 'Read' });
    assert.equal(read.readStatus, 'Read');
    await assert.rejects(extension.sms().post({ from: { phoneNumber: '+12065559999' }, to: [{ phoneNumber: MARCUS }], text: 'x' }),
        (error) => error.response.status >= 400 && error.response.status < 404);
});

heard('a lost socket is recovered, and what was missed comes', async ({ cloud, socket, events, phone, subscription }) => {
    const before = subscription.subscriptionInfo.id;
    const call = await phone.start({ from: MARCUS });
    await events.status('Proceeding');
    const recovered = new Promise((resolve, reject) => {
        socket.eventEmitter.once(SocketEvents.autoRecoverSuccess, resolve);
        socket.eventEmitter.once(SocketEvents.autoRecoverFailed, () => reject(new Error('not recovered')));
    });
    await cloud.control('drop', { service: 'ringcentral' });
    await phone.do('answer', call);
    await recovered;
    assert.equal(socket.connectionDetails.recoveryState, 'Successful');
    await events.status('Answered');
    assert.equal(subscription.subscriptionInfo.id, before);
    await phone.do('end', call);
    await events.status('Disconnected');
});

heard('a recovery that comes too late fails, and a new subscription hears on', async ({ cloud, socket, events, phone, subscription }) => {
    const before = subscription.subscriptionInfo.id;
    await cloud.control('switch', { service: 'ringcentral', name: 'recoveryTimeout', position: 0 });
    const failed = new Promise((resolve) => socket.eventEmitter.once(SocketEvents.autoRecoverFailed, resolve));
    await cloud.control('drop', { service: 'ringcentral' });
    await failed;
    assert.equal(socket.connectionDetails.recoveryState, 'Failed');
    assert.match(socket.connectionDetails.recoveryErrorCode, /^WSG-100[35]$/);
    await until('a new subscription', () => subscription.subscriptionInfo.id !== before);
    await phone.start({ from: MARCUS });
    await events.status('Proceeding');
});

test('a garbled recovery token is refused', withCloud([], async (cloud) => {
    const rc = await signedIn(cloud);
    const socket = new WebSocketExtension({ wscToken: 'garbled', autoRecover: { enabled: false } });
    await assert.rejects(rc.installExtension(socket), (error) => /WSG-400/.test(JSON.stringify(error.message) + String(error)));
    socket.ws?.close();
}));

test('an app without the scope gets no socket', withCloud([], async (cloud) => {
    await cloud.control('switch', { service: 'ringcentral', name: 'webSocketScope', position: 'none' });
    const rc = await signedIn(cloud);
    await assert.rejects(rc.installExtension(new WebSocketExtension()), (error) => error.response.status === 403);
}));

heard('the subscription can be changed and taken back', async ({ socket, subscription, events, phone }) => {
    const id = subscription.subscriptionInfo.id;
    subscription.eventFilters = FILTERS.slice(0, 1);
    await subscription.refresh();
    assert.equal(subscription.subscriptionInfo.id, id);
    assert.equal(subscription.subscriptionInfo.eventFilters.length, 1);
    await phone.start({ from: MARCUS });
    await events.status('Proceeding');
    assert.ok(!events.items.some((event) => event.event.includes('/presence')));
    await subscription.revoke();
    assert.equal(socket.subscription, undefined);
});

heard('a second subscription on a socket replaces the first', async ({ socket, events, phone }) => {
    const second = new Events();
    await socket.subscribe(FILTERS.slice(0, 1), second.put);
    await phone.start({ from: MARCUS });
    await second.status('Proceeding');
    assert.equal(events.items.length, 0);
});

heard('ordinary requests travel over the socket', async ({ rc, cloud }) => {
    const me = await rc.restapi().account().extension().get();
    assert.equal(me.contact.email, cloud.env.CALLCARD_USER_EMAIL);
    await assert.rejects(rc.get('/restapi/v1.0/account/~/extension/~/message-store/1'), (error) => error.response.status === 404);
}, { restOverWebSocket: true });

heard('presence and the session tell the same story as the events', async ({ extension, rc, events, phone }) => {
    const call = await phone.start({ from: MARCUS });
    const { body } = await events.status('Proceeding');
    const presence = await extension.presence().get({ detailedTelephonyState: true });
    assert.equal(presence.telephonyStatus, 'Ringing');
    assert.equal(presence.activeCalls[0].telephonySessionId, body.telephonySessionId);
    assert.equal(presence.activeCalls[0].from, MARCUS);
    const session = await rc.restapi().account().telephony().sessions(body.telephonySessionId).get();
    assert.equal(session.id, body.telephonySessionId);
    assert.ok(session.parties.some((party) => party.id === body.parties[0].id));
    await phone.do('giveup', call);
    const busy = await extension.presence().put({ userStatus: 'Busy', dndStatus: 'DoNotAcceptAnyCalls' });
    assert.equal(busy.dndStatus, 'DoNotAcceptAnyCalls');
});

heard('call control: hold, mute, transfer to voicemail, hang up', async ({ rc, events, phone }) => {
    const call = await phone.start({ from: MARCUS });
    await events.status('Proceeding');
    await phone.do('answer', call);
    const { body } = await events.status('Answered');
    const session = rc.restapi().account().telephony().sessions(body.telephonySessionId);
    const party = session.parties(body.parties[0].id);
    assert.equal((await party.hold().post()).status.code, 'Hold');
    await events.status('Hold');
    await assert.rejects(party.hold().post(), (error) => error.response.status === 409);
    assert.equal((await party.unhold().post()).status.code, 'Answered');
    assert.equal((await party.patch({ muted: true })).muted, true);
    await session.delete();
    await events.status('Disconnected');
});

heard('a flipped call goes on at another device', async ({ rc, extension, events, phone }) => {
    const call = await phone.start({ from: MARCUS });
    await events.status('Proceeding');
    await phone.do('answer', call);
    const { body } = await events.status('Answered');
    const flips = (await extension.forwardingNumber().list()).records.filter((record) => record.features.includes('CallFlip'));
    assert.ok(flips.length > 0);
    events.clear();
    const session = rc.restapi().account().telephony().sessions(body.telephonySessionId);
    await session.parties(body.parties[0].id).flip().post({ callFlipId: String(flips[0].flipNumber ?? 1) });
    const next = await events.status('Answered');
    assert.notEqual(next.body.parties[0].id, body.parties[0].id);
    const left = await events.status('Disconnected');
    assert.equal(left.body.parties[0].id, body.parties[0].id);
    assert.equal(left.body.parties[0].status.reason, 'CallFlip');
    assert.equal((await extension.presence().get({ detailedTelephonyState: true })).telephonyStatus, 'CallConnected');
    await session.delete();
});

heard('a colleague picks a ringing call up', async ({ rc, extension, events, phone }) => {
    await phone.start({ from: MARCUS });
    const { body } = await events.status('Proceeding');
    const device = (await extension.device().get()).records[0];
    const party = rc.restapi().account().telephony().sessions(body.telephonySessionId).parties(body.parties[0].id);
    assert.equal((await party.pickup().post({ deviceId: device.id })).status.code, 'Answered');
    await events.status('Answered');
    await assert.rejects(party.pickup().post({ deviceId: device.id }), (error) => error.response.status === 409);
});

heard('RingOut rings the rep first, then the customer', async ({ extension, events }) => {
    const started = await extension.ringOut().post({ from: { phoneNumber: '+12065550142' }, to: { phoneNumber: MARCUS }, playPrompt: false });
    assert.equal(started.status.callStatus, 'InProgress');
    const leg = await events.telephony('the rep rung', (party, body) => body.origin.type === 'RingOut' && party.status.code === 'Proceeding');
    assert.ok(leg.body.telephonySessionId);
    await until('both connected', async () => (await extension.ringOut(started.id).get()).status.callStatus === 'Success', 20_000, 500);
});

heard('a RingOut can be called back before anybody answers', async ({ extension, cloud }) => {
    await cloud.control('switch', { service: 'ringcentral', name: 'ringOutAnswerMs', position: 60_000 });
    const started = await extension.ringOut().post({ from: { phoneNumber: '+12065550142' }, to: { phoneNumber: MARCUS }, playPrompt: false });
    await extension.ringOut(started.id).delete();
    await until('it is forgotten', async () => {
        try {
            await extension.ringOut(started.id).get();
            return false;
        } catch (error) {
            return error.response.status === 404;
        }
    });
});

heard('the call log: pages, the lag, and the sync that replaces asking', async ({ cloud, extension, phone, events }) => {
    const month = new Date(Date.now() - 20 * 86_400_000).toISOString();
    const first = await extension.callLog().list({ dateFrom: month, perPage: 10, page: 1, view: 'Detailed' });
    assert.equal(first.records.length, 10);
    assert.ok(first.navigation.nextPage.uri);
    for (const record of first.records) {
        assert.ok(record.id && record.sessionId && record.startTime && record.result);
        assert.ok(['Inbound', 'Outbound'].includes(record.direction));
    }
    const full = await extension.callLogSync().get({ syncType: ['FSync'], recordCount: 50, dateFrom: month });
    assert.equal(full.syncInfo.syncType, 'FSync');

    await cloud.control('switch', { service: 'ringcentral', name: 'callLogLag', position: 1 });
    const call = await phone.start({ from: MARCUS });
    const { body } = await events.status('Proceeding');
    await phone.do('answer', call);
    await phone.do('end', call);
    await events.status('Disconnected');
    let token = full.syncInfo.syncToken;
    const record = await until('the record', async () => {
        const news = await extension.callLogSync().get({ syncType: ['ISync'], syncToken: token });
        assert.notEqual(news.syncInfo.syncToken, token);
        token = news.syncInfo.syncToken;
        return news.records.find((each) => each.telephonySessionId === body.telephonySessionId);
    }, 8_000, 1_500); // ten heavy requests a minute are all there are
    assert.equal(record.result, 'Accepted');
    assert.equal(record.from.phoneNumber, MARCUS);
    await assert.rejects(extension.callLogSync().get({ syncType: ['ISync'], syncToken: 'worn-out' }), (error) => error.response.status === 400);
});
