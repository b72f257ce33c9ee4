// @ringcentral/sdk with @ringcentral/subscriptions, the pair most applications use.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ringcentral from '@ringcentral/sdk';
import subscriptions from '@ringcentral/subscriptions';
import { withCloud } from '../support/cloud.mjs';
import { Phone } from '../support/phone.mjs';
import { consent, Events, FILTERS, REDIRECT } from '../support/ringcentral.mjs';

const { SDK } = ringcentral;
const { Subscriptions } = subscriptions;

function sdkFor(cloud, more = {}) {
    return new SDK({
        server: cloud.env.RINGCENTRAL_SERVER_URL,
        clientId: cloud.env.RINGCENTRAL_CLIENT_ID,
        clientSecret: cloud.env.RINGCENTRAL_CLIENT_SECRET,
        redirectUri: REDIRECT,
        ...more,
    });
}

async function signedIn(cloud, more = {}) {
    const sdk = sdkFor(cloud, more);
    await sdk.platform().login({ jwt: cloud.env.RINGCENTRAL_JWT_TOKEN });
    return sdk;
}

const json = async (answer) => (await answer).json();

test('signs in with a JWT, refreshes, signs out', withCloud([], async (cloud) => {
    const sdk = await signedIn(cloud);
    const platform = sdk.platform();
    const first = await platform.auth().data();
    assert.equal(first.token_type, 'bearer');
    assert.match(first.scope, /ReadCallLog/);

    const me = await json(platform.get('/restapi/v1.0/account/~/extension/~'));
    assert.equal(String(me.id), first.owner_id);
    assert.equal(me.contact.email, cloud.env.CALLCARD_USER_EMAIL);

    await platform.refresh();
    const second = await platform.auth().data();
    assert.notEqual(second.access_token, first.access_token);
    assert.notEqual(second.refresh_token, first.refresh_token);
    await json(platform.get('/restapi/v1.0/account/~/extension/~'));

    const old = await fetch(`${cloud.env.RINGCENTRAL_SERVER_URL}/restapi/v1.0/account/~/extension/~`,
        { headers: { Authorization: `Bearer ${first.access_token}` } });
    assert.equal(old.status, 401);

    await platform.logout();
    const gone = await fetch(`${cloud.env.RINGCENTRAL_SERVER_URL}/restapi/v1.0/account/~/extension/~`,
        { headers: { Authorization: `Bearer ${second.access_token}` } });
    assert.equal(gone.status, 401);
}));

test('signs in through the browser with PKCE and no secret', withCloud([], async (cloud) => {
    const sdk = sdkFor(cloud, { clientSecret: undefined });
    const platform = sdk.platform();
    const back = await consent(platform.loginUrl({ usePKCE: true, state: 'st4te' }));
    assert.equal(back.origin + back.pathname, REDIRECT);
    assert.equal(back.searchParams.get('state'), 'st4te');
    await platform.login(platform.parseLoginRedirect(back.search));
    const me = await json(platform.get('/restapi/v1.0/account/~/extension/~'));
    assert.equal(me.contact.email, cloud.env.CALLCARD_USER_EMAIL);
    await platform.refresh();
    await json(platform.get('/restapi/v1.0/account/~/extension/~'));
}));

test('a wrong JWT, secret or verifier is refused', withCloud([], async (cloud) => {
    await assert.rejects(sdkFor(cloud).platform().login({ jwt: 'bm90.YQ.and' }), (error) => [400, 401].includes(error.response.status));
    await assert.rejects(sdkFor(cloud, { clientSecret: 'wrong' }).platform().login({ jwt: cloud.env.RINGCENTRAL_JWT_TOKEN }),
        (error) => error.response.status === 401);
    const platform = sdkFor(cloud, { clientSecret: undefined }).platform();
    const back = await consent(platform.loginUrl({ usePKCE: true }));
    await assert.rejects(platform.login({ code: back.searchParams.get('code'), code_verifier: 'not-the-one-that-was-challenged-before-1234' }),
        (error) => [400, 401, 403].includes(error.response.status));
}));

test('hears a call from ring to end', withCloud([], async (cloud) => {
    const sdk = await signedIn(cloud);
    const hub = new Subscriptions({ sdk });
    const subscription = hub.createSubscription();
    const events = new Events();
    subscription.on(subscription.events.notification, events.put);
    const registered = await subscription.setEventFilters(FILTERS).register();
    assert.equal(registered.subscriptionInfo.status, 'Active');
    assert.equal(registered.subscriptionInfo.eventFilters.length, FILTERS.length);

    const phone = new Phone(cloud);
    const call = await phone.start({ from: '+13035550187' });
    const ringing = await events.status('Proceeding');
    assert.equal(ringing.body.parties[0].from.phoneNumber, '+13035550187');
    await events.presence('ringing', (body) => body.telephonyStatus === 'Ringing');
    await phone.do('answer', call);
    await events.status('Answered');
    await phone.do('end', call);
    await events.status('Disconnected');
    await events.presence('nothing', (body) => body.telephonyStatus === 'NoCall');
    await registered.wse.revoke();
}));

test('waits out a rate limit when told to, and is told how long', withCloud([], async (cloud) => {
    const sdk = await signedIn(cloud, { handleRateLimit: 1 });
    await cloud.control('fault.add', { service: 'ringcentral', kind: '429', times: 1, path: '*/call-log*', headers: { 'Retry-After': '1' } });
    let told;
    sdk.platform().on(sdk.platform().events.rateLimitError, (error) => (told = error.retryAfter));
    const log = await json(sdk.platform().get('/restapi/v1.0/account/~/extension/~/call-log', { perPage: 5 }));
    assert.equal(told, 1000);
    assert.ok(Array.isArray(log.records));
}));

test('the tenth heavy request a minute is the last, and asking on prolongs the wait', withCloud([], async (cloud) => {
    const sdk = await signedIn(cloud);
    const ask = () => sdk.platform().get('/restapi/v1.0/account/~/extension/~/call-log', { perPage: 1 });
    for (let i = 0; i < 10; ++i) {
        const answer = await ask();
        assert.equal(answer.headers.get('x-rate-limit-limit'), '10');
        assert.equal(answer.headers.get('x-rate-limit-remaining'), String(9 - i));
    }
    const refusal = await ask().then(() => assert.fail('was not limited'), (error) => error);
    assert.equal(refusal.response.status, 429);
    assert.equal((await refusal.response.clone().json()).errorCode, 'CMN-301');
    assert.equal(refusal.retryAfter, 60_000);
    // Light requests have a budget of their own.
    await sdk.platform().get('/restapi/v1.0/account/~/extension/~');
    const penalised = async () => (await cloud.control('counters')).counters.ringcentral?.requestsDuringPenalty ?? 0;
    assert.equal(await penalised(), 0);
    await assert.rejects(ask());
    assert.equal(await penalised(), 1);
}));
