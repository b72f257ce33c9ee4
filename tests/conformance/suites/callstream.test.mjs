// eventsource against the call stream: what a browser page would do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventSource } from 'eventsource';
import { withCloud } from '../support/cloud.mjs';
import { Inbox } from '../support/inbox.mjs';
import { Phone } from '../support/phone.mjs';

const MARCUS = '+13035550187';

function listen(cloud, { path = '/api/call-stream', token = cloud.env.CALLCARD_RELAY_TOKEN, headers = {} } = {}) {
    const inbox = new Inbox();
    const source = new EventSource(cloud.env.CALLCARD_RELAY_URL + path, {
        fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, ...headers, Authorization: `Bearer ${token}` } }),
    });
    for (const type of ['connected', 'call', 'heartbeat'])
        source.addEventListener(type, (event) => inbox.put({ type, id: event.lastEventId, data: JSON.parse(event.data) }));
    source.addEventListener('error', (event) => inbox.put({ type: 'trouble', code: event.code }));
    const call = (what, matches) => inbox.next(what, (event) => event.type === 'call' && matches(event.data.call));
    return { inbox, source, call };
}

for (const path of ['/api/call-stream', '/api/ringcentral/call-stream']) {
    test(`hears a call on ${path}`, withCloud([], async (cloud) => {
        const { inbox, source, call } = listen(cloud, { path });
        try {
            const hello = await inbox.next('connected', (event) => event.type === 'connected');
            assert.equal(hello.data.type, 'connected');
            const phone = new Phone(cloud);
            const rung = await phone.start({ from: MARCUS });
            const ringing = await call('ringing', (each) => each.status === 'ringing');
            assert.ok(ringing.id, 'every call event has an id');
            assert.equal(ringing.data.type, 'call');
            const told = ringing.data.call;
            assert.equal(told.from_number, MARCUS);
            assert.equal(told.direction, 'Inbound');
            for (const field of ['id', 'session_id', 'to_number', 'timestamp', 'source'])
                assert.ok(told[field], field);
            await phone.do('answer', rung);
            await call('active', (each) => each.status === 'active' && each.id === told.id);
            const active = await fetch(`${cloud.env.CALLCARD_RELAY_URL}/api/active-calls`,
                { headers: { Authorization: `Bearer ${cloud.env.CALLCARD_RELAY_TOKEN}` } });
            assert.deepEqual((await active.json()).calls.map((each) => each.id), [told.id]);
            await phone.do('end', rung);
            await call('ended', (each) => each.status === 'ended' && each.id === told.id);
        } finally {
            source.close();
        }
    }));
}

test('comes back after a break and misses nothing', withCloud([], async (cloud) => {
    const { inbox, source, call } = listen(cloud);
    try {
        await inbox.next('connected', (event) => event.type === 'connected');
        const phone = new Phone(cloud);
        const rung = await phone.start({ from: MARCUS });
        const ringing = await call('ringing', (each) => each.status === 'ringing');
        await cloud.control('drop', { service: 'callstream' });
        await inbox.next('trouble', (event) => event.type === 'trouble');
        await phone.do('answer', rung);
        await call('active, told after the break', (each) => each.status === 'active');
        const { requests } = await cloud.control('journal', { service: 'callstream' });
        assert.match(JSON.stringify(requests), /last-event-id/i, 'the client said where it had stopped');
        const seen = inbox.items.filter((event) => event.type === 'call').map((event) => event.id);
        assert.equal(new Set(seen).size, seen.length, 'nothing came twice');
        assert.ok(seen.includes(ringing.id));
    } finally {
        source.close();
    }
}));

test('a stranger hears nothing', withCloud([], async (cloud) => {
    const { inbox, source } = listen(cloud, { token: 'not-a-token' });
    try {
        const trouble = await inbox.next('refusal', (event) => event.type === 'trouble');
        assert.equal(trouble.code, 401);
        assert.equal(source.readyState, EventSource.CLOSED);
    } finally {
        source.close();
    }
}));
