// Callcard's own reader and writer beside Google's client: what the one writes the other reads, value for value and type for type.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { Firestore, GeoPoint, Timestamp } from '@google-cloud/firestore';
import { OAuth2Client } from 'google-auth-library';
import { withCloud } from '../support/cloud.mjs';
import { everyKind, sameDocument } from '../support/values.mjs';

const administrator = new OAuth2Client();
administrator.setCredentials({ access_token: 'owner', expiry_date: Date.now() + 86_400_000 });

function beside(name, body) {
    test(name, withCloud([], async (cloud) => {
        process.env.FIRESTORE_EMULATOR_HOST = cloud.env.FIRESTORE_EMULATOR_HOST;
        const db = new Firestore({ projectId: cloud.env.FIREBASE_PROJECT_ID, preferRest: true, authClient: administrator });
        const probe = (...args) => promisify(execFile)(process.env.CALLCARD_FIRESTORE_PROBE, args, { env: { ...process.env, ...cloud.env } });
        try {
            await body({ db, cloud, probe });
        } finally {
            await db.terminate();
        }
    }));
}

const kindsOf = (db) => everyKind({ Timestamp, GeoPoint, bytes: (bytes) => Buffer.from(bytes), reference: (path) => db.doc(path) });

function same(a, b) {
    if (Buffer.isBuffer(b))
        return Buffer.isBuffer(a) && b.equals(a);
    if (typeof b?.isEqual === 'function')
        return b.isEqual(a);
    if (Array.isArray(b))
        return Array.isArray(a) && a.length === b.length && b.every((item, i) => same(a[i], item));
    if (b !== null && typeof b === 'object')
        return a !== null && Object.keys(b).length === Object.keys(a).length && Object.keys(b).every((key) => same(a[key], b[key]));
    return Object.is(a, b);
}

beside('written by Callcard, read by Google\'s client', async ({ db, cloud, probe }) => {
    await cloud.control('switch', { service: 'firestore', name: 'rules', position: 'open' });
    await probe('write', 'settings/kinds');
    sameDocument((await db.doc('settings/kinds').get()).data(), kindsOf(db), same);
});

beside('written by Google\'s client, read by Callcard', async ({ db, cloud, probe }) => {
    await cloud.control('switch', { service: 'firestore', name: 'rules', position: 'open' });
    await db.doc('settings/kinds').set(kindsOf(db));
    await probe('compare', 'settings/kinds');
    await db.doc('settings/kinds').update({ whole: 42.5 });
    await assert.rejects(probe('compare', 'settings/kinds'), /different: whole/);
});

beside('a day\'s documents as managers\' dashboards read them', async ({ db, probe }) => {
    await probe('metrics'); // under the strict rules
    const rows = await db.collection('metrics').where('source', '==', 'ringcentral').get();
    assert.equal(rows.size, 3);
    const calls = rows.docs.map((row) => row.data()).find((row) => row.type === 'phone_call_quantity');
    assert.equal(calls.value, 42);
    assert.ok(calls.date.isEqual(Timestamp.fromDate(new Date('2026-10-01T12:00:00Z'))));
    assert.ok(calls.createdAt instanceof Timestamp && calls.createdAt.isEqual(calls.updatedAt));
    const { syncedAt, ...metadata } = calls.metadata;
    assert.equal(typeof syncedAt, 'string');
    assert.deepEqual(metadata, {
        totalSeconds: 5400, averageSeconds: 179, talkSeconds: 5371, inbound: 20, outbound: 22, connected: 30, missed: 5, voicemail: 2,
        timezone: 'America/Denver', client: 'callcard/1.2.3', callIdsDigest: '0123abcd',
    });
    const mine = rows.docs.map((row) => row.id).sort();
    assert.deepEqual(mine, ['phone_call_quantity', 'sms_quantity', 'talk_time_minutes'].map((type) => `${calls.userId}_${type}_2026-10-01_ringcentral`));
    // A second time nothing is written: not even the time of the last write moves.
    const before = (await db.doc(`metrics/${calls.id}`).get()).updateTime;
    await probe('metrics');
    assert.ok((await db.doc(`metrics/${calls.id}`).get()).updateTime.isEqual(before));
});
