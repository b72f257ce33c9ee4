// @google-cloud/firestore over REST with the emulator's administrator: transcoded gRPC, the strictest writer of requests there is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FieldPath, FieldValue, Filter, Firestore, GeoPoint, Timestamp } from '@google-cloud/firestore';
import { OAuth2Client } from 'google-auth-library';
import { withCloud } from '../support/cloud.mjs';
import { everyKind, sameDocument } from '../support/values.mjs';

// Over REST the client asks for credentials even of an emulator, whose administrator is called "owner".
const administrator = new OAuth2Client();
administrator.setCredentials({ access_token: 'owner', expiry_date: Date.now() + 86_400_000 });

function admin(name, body) {
    test(name, withCloud([], async (cloud) => {
        process.env.FIRESTORE_EMULATOR_HOST = cloud.env.FIRESTORE_EMULATOR_HOST;
        const db = new Firestore({ projectId: cloud.env.FIREBASE_PROJECT_ID, preferRest: true, authClient: administrator });
        try {
            await body({ db, cloud });
        } finally {
            await db.terminate();
        }
    }));
}

// Over REST this client passes the service's own words on.
const refused = (status) => (error) => error.message.includes(`"status":"${status}"`);

admin('every kind of value survives the way there and back', async ({ db }) => {
    const ref = db.doc('probe/kinds');
    const kinds = {
        ...everyKind({ Timestamp, GeoPoint, bytes: (bytes) => Buffer.from(bytes), reference: (path) => db.doc(path) }),
    };
    await ref.set(kinds);
    const same = (a, b) => {
        if (Buffer.isBuffer(b))
            return Buffer.isBuffer(a) && b.equals(a);
        if (typeof b?.isEqual === 'function')
            return b.isEqual(a);
        if (Array.isArray(b))
            return Array.isArray(a) && a.length === b.length && b.every((item, i) => same(a[i], item));
        if (b !== null && typeof b === 'object')
            return a !== null && Object.keys(b).length === Object.keys(a).length && Object.keys(b).every((key) => same(a[key], b[key]));
        return Object.is(a, b);
    };
    const back = await ref.get();
    sameDocument(back.data(), kinds, same);
    assert.ok(back.createTime.isEqual(back.updateTime));
});

admin('create, set, update, delete, each with its precondition', async ({ db }) => {
    const ref = db.doc('probe/life');
    const first = await ref.create({ a: 1, b: { c: 1, d: 2 } });
    await assert.rejects(ref.create({ a: 2 }), refused('ALREADY_EXISTS'));
    await ref.update({ a: 2, 'b.c': FieldValue.delete() });
    await ref.update(new FieldPath('odd.name', 'in'), 1);
    assert.deepEqual((await ref.get()).data(), { a: 2, b: { d: 2 }, 'odd.name': { in: 1 } });
    await assert.rejects(ref.update({ a: 3 }, { lastUpdateTime: first.writeTime }), refused('FAILED_PRECONDITION'));
    const now = (await ref.get()).updateTime;
    await ref.update({ a: 3 }, { lastUpdateTime: now });
    await ref.set({ a: 4 }, { mergeFields: ['a'] });
    assert.equal((await ref.get()).get('a'), 4);
    await ref.delete({ exists: true });
    assert.equal((await ref.get()).exists, false);
    await ref.delete();
    await assert.rejects(db.doc('probe/never').update({ a: 1 }), refused('NOT_FOUND'));
});

admin('a write that changes nothing keeps its time', async ({ db }) => {
    const ref = db.doc('probe/still');
    const first = await ref.set({ a: 1 });
    const second = await ref.set({ a: 1 });
    assert.ok(second.writeTime.isEqual(first.writeTime));
});

admin('transforms', async ({ db }) => {
    const ref = db.doc('probe/transforms');
    await ref.set({ n: 1, list: [1, 2] });
    await ref.update({
        n: FieldValue.increment(41), list: FieldValue.arrayUnion(2, 3), at: FieldValue.serverTimestamp(), also: FieldValue.serverTimestamp(),
    });
    const data = (await ref.get()).data();
    assert.equal(data.n, 42);
    assert.deepEqual(data.list, [1, 2, 3]);
    assert.ok(data.at.isEqual(data.also));
    assert.equal(data.at.nanoseconds % 1_000_000, 0);
    await ref.set({ list: FieldValue.arrayRemove(1, 3) }, { merge: true });
    assert.deepEqual((await ref.get()).get('list'), [2]);
});

admin('a batch of five hundred', async ({ db }) => {
    const batch = db.batch();
    for (let i = 0; i < 500; ++i)
        batch.set(db.doc(`many/${String(i).padStart(3, '0')}`), { i });
    assert.equal((await batch.commit()).length, 500);
    assert.equal((await db.collection('many').count().get()).data().count, 500);
});

admin('the bulk writer reports each document', async ({ db }) => {
    await db.doc('bulk/there').set({ a: 1 });
    const writer = db.bulkWriter();
    writer.onWriteError(() => false);
    const outcomes = await Promise.allSettled([
        writer.create(db.doc('bulk/there'), { a: 2 }), writer.set(db.doc('bulk/one'), { a: 1 }), writer.close(),
    ]);
    assert.deepEqual(outcomes.map((each) => each.status), ['rejected', 'fulfilled', 'fulfilled']);
    assert.equal((await db.doc('bulk/one').get()).get('a'), 1);
});

admin('a transaction reads, writes and is alone', async ({ db }) => {
    const ref = db.doc('probe/account');
    await ref.set({ value: 1 });
    const seen = await db.runTransaction(async (transaction) => {
        const value = (await transaction.get(ref)).get('value');
        transaction.update(ref, { value: value + 1 });
        transaction.create(db.doc('probe/receipt'), { value });
        return value;
    });
    assert.equal(seen, 1);
    assert.equal((await ref.get()).get('value'), 2);
    await assert.rejects(db.runTransaction(async (transaction) => {
        transaction.update(ref, { value: 99 });
        throw new Error('changed my mind');
    }));
    assert.equal((await ref.get()).get('value'), 2);
});

admin('reads many at once, missing ones too', async ({ db }) => {
    await db.doc('probe/one').set({ a: 1, b: 2 });
    const [one, none] = await db.getAll(db.doc('probe/one'), db.doc('probe/none'), { fieldMask: ['a'] });
    assert.deepEqual(one.data(), { a: 1 });
    assert.equal(none.exists, false);
});

admin('queries', async ({ db }) => {
    const all = db.collection('rows');
    const rows = [['a', 3, null], ['b', 1, 'x'], ['c', 2, NaN], ['d', 2, 'y'], ['e', '2', 'x']];
    for (const [id, n, other] of rows)
        await all.doc(id).set({ n, other });
    await all.doc('a').collection('below').doc('z').set({ n: 9 });
    const ids = async (asked) => (await asked.get()).docs.map((each) => each.id).join('');
    assert.equal(await ids(all.orderBy('n')), 'bcdae'); // numbers before texts
    assert.equal(await ids(all.orderBy('n', 'desc')), 'eadcb');
    assert.equal(await ids(all.where('n', '>=', 2)), 'cda'); // of one kind only
    assert.equal(await ids(all.where('other', '==', null)), 'a');
    assert.equal(await ids(all.where('other', '==', NaN)), 'c');
    assert.equal(await ids(all.where('other', '!=', null)), 'cbed'); // NaN before texts, texts by their letters, then by name
    assert.equal(await ids(all.where('n', 'in', [1, '2'])), 'be');
    assert.equal(await ids(all.where('n', 'not-in', [1, 2])), 'ae');
    assert.equal(await ids(all.where(Filter.or(Filter.where('n', '==', 1), Filter.where('other', '==', 'y')))), 'bd');
    assert.equal(await ids(all.orderBy('n').startAt(2).endBefore(3)), 'cd');
    assert.equal(await ids(all.orderBy('n').limitToLast(2)), 'ae');
    assert.equal(await ids(all.orderBy('n').offset(1).limit(2)), 'cd');
    assert.equal(await ids(all.select('n').where(FieldPath.documentId(), '>', 'c')), 'de');
    assert.equal(await ids(db.collectionGroup('below')), 'z');
    assert.equal(await ids(all.where('n', '==', 1000)), '');
    const streamed = [];
    for await (const each of all.orderBy('n').stream())
        streamed.push(each.id);
    assert.equal(streamed.join(''), 'bcdae');
    assert.deepEqual((await db.listCollections()).map((each) => each.id).filter((id) => id === 'rows'), ['rows']);
    assert.deepEqual((await all.doc('a').listCollections()).map((each) => each.id), ['below']);
    assert.equal((await all.listDocuments()).length, 5);
});

admin('the demo company is there, its directory too', async ({ db, cloud }) => {
    const users = await db.collection('users').where('email', '==', cloud.env.CALLCARD_USER_EMAIL).get();
    assert.equal(users.size, 1);
    assert.ok((await db.collection('copper_people').limit(5).get()).size > 0);
    const goals = await db.collection('goals').where('userId', '==', users.docs[0].id).get();
    assert.ok(goals.size > 0);
});

admin('wrong requests are refused as the real service does', async ({ db }) => {
    await assert.rejects(db.doc('probe/deep').set({ list: [[1]] }));
    await assert.rejects(db.collection('probe').where('a', 'in', []).get());
    const big = 'x'.repeat(1024 * 1024);
    await assert.rejects(db.doc('probe/big').set({ big }), refused('INVALID_ARGUMENT'));
});
