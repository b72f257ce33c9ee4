// firebase/firestore/lite with Firebase Auth: what a rep's browser would use, under the rules that are deployed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deleteApp, initializeApp } from 'firebase/app';
import {
    connectAuthEmulator, createUserWithEmailAndPassword, GoogleAuthProvider, inMemoryPersistence, initializeAuth, onIdTokenChanged,
    signInWithCredential, signInWithEmailAndPassword, signOut,
} from 'firebase/auth';
import {
    addDoc, arrayRemove, arrayUnion, average, Bytes, collection, connectFirestoreEmulator, count, deleteDoc, deleteField, doc, endBefore,
    FieldPath, GeoPoint, getAggregate, getCount, getDoc, getDocs, getFirestore, increment, limit, limitToLast, or, orderBy, query, and,
    runTransaction, serverTimestamp, setDoc, startAfter, sum, terminate, Timestamp, updateDoc, where, writeBatch, documentId,
} from 'firebase/firestore/lite';
import { withCloud } from '../support/cloud.mjs';
import { everyKind, sameDocument } from '../support/values.mjs';

function connect(cloud, options = {}) {
    const app = initializeApp({ projectId: cloud.env.FIREBASE_PROJECT_ID, apiKey: cloud.env.FIREBASE_API_KEY }, `app-${Math.random()}`);
    const auth = initializeAuth(app, { persistence: inMemoryPersistence });
    connectAuthEmulator(auth, `http://${cloud.env.FIREBASE_AUTH_EMULATOR_HOST}`, { disableWarnings: true });
    const db = getFirestore(app);
    const { host, port } = cloud.hostAndPort('FIRESTORE_EMULATOR_HOST');
    connectFirestoreEmulator(db, host, port, options);
    return { app, auth, db };
}

/** A test with an app of its own, signed in as the demo's rep unless `who` says otherwise. */
function asRep(name, body, { anonymous = false, owner = false } = {}) {
    test(name, withCloud([], async (cloud) => {
        const client = connect(cloud, owner ? { mockUserToken: 'owner' } : {});
        try {
            if (!anonymous && !owner)
                await signInWithEmailAndPassword(client.auth, cloud.env.CALLCARD_USER_EMAIL, cloud.env.CALLCARD_FIREBASE_PASSWORD);
            const uid = client.auth.currentUser?.uid;
            const metric = (name) => doc(client.db, 'metrics', `${uid}_${name}`);
            await body({ cloud, uid, metric, ...client });
        } finally {
            await terminate(client.db);
            await deleteApp(client.app);
        }
    }));
}

const denied = (error) => error.code === 'permission-denied';
const code = (wanted) => (error) => error.code === wanted;

asRep('signs in by password, reads the token, refreshes, signs out', async ({ auth, cloud }) => {
    const user = auth.currentUser;
    assert.equal(user.email, cloud.env.CALLCARD_USER_EMAIL);
    const first = await user.getIdTokenResult();
    assert.equal(first.claims.sub, user.uid);
    assert.equal(first.claims.aud, cloud.env.FIREBASE_PROJECT_ID);
    assert.equal(first.claims.iss, `https://securetoken.google.com/${cloud.env.FIREBASE_PROJECT_ID}`);
    assert.equal(first.signInProvider, 'password');
    const life = (Date.parse(first.expirationTime) - Date.parse(first.issuedAtTime)) / 1000;
    assert.equal(life, 3600);
    const second = await user.getIdToken(true);
    assert.ok(second);
    let changes = 0;
    onIdTokenChanged(auth, () => ++changes);
    await signOut(auth);
    assert.equal(auth.currentUser, null);
});

asRep('wrong passwords and strangers are told apart from outages', async ({ auth, cloud }) => {
    await assert.rejects(signInWithEmailAndPassword(auth, cloud.env.CALLCARD_USER_EMAIL, 'wrong'),
        (error) => ['auth/invalid-credential', 'auth/wrong-password'].includes(error.code));
    await assert.rejects(signInWithEmailAndPassword(auth, 'nobody@nowhere.example', 'wrong'),
        (error) => ['auth/invalid-credential', 'auth/user-not-found'].includes(error.code));
    await assert.rejects(signInWithEmailAndPassword(auth, 'not an address', 'wrong'), code('auth/invalid-email'));
}, { anonymous: true });

asRep('signs in with a Google token', async ({ auth, cloud }) => {
    // The emulator's form: the claims themselves instead of a signed token.
    const claims = JSON.stringify({ sub: 'google-1', email: cloud.env.CALLCARD_USER_EMAIL, email_verified: true });
    const { user } = await signInWithCredential(auth, GoogleAuthProvider.credential(claims));
    assert.equal(user.email, cloud.env.CALLCARD_USER_EMAIL);
}, { anonymous: true });

asRep('every kind of value survives the way there and back', async ({ db, uid, metric }) => {
    const same = (a, b) => {
        if (a?.isEqual)
            return a.isEqual(b);
        if (Array.isArray(b))
            return Array.isArray(a) && a.length === b.length && b.every((item, i) => same(a[i], item));
        if (b !== null && typeof b === 'object' && b.constructor === Object)
            return Object.keys(b).length === Object.keys(a).length && Object.keys(b).every((key) => same(a[key], b[key]));
        if (b?.path)
            return a?.path === b.path;
        return Object.is(a, b);
    };
    const kinds = {
        ...everyKind({ Timestamp, GeoPoint, bytes: Bytes.fromUint8Array, reference: (path) => doc(db, path) }),
        userId: uid,
    };
    await setDoc(metric('kinds'), kinds);
    const back = await getDoc(metric('kinds'));
    const data = back.data();
    assert.equal(data.friend.path, 'users/u1');
    delete data.friend;
    const { friend, ...rest } = kinds;
    assert.ok(friend);
    sameDocument(data, rest, same);
});

asRep('whole numbers travel as texts', async ({ cloud, auth, uid, metric }) => {
    // This client reads numbers too, other people's do not: 64 bits do not fit into a JSON number.
    await setDoc(metric('wire'), { userId: uid, value: 42 });
    const { host, port } = cloud.hostAndPort('FIRESTORE_EMULATOR_HOST');
    const answer = await fetch(`http://${host}:${port}/v1/projects/${cloud.env.FIREBASE_PROJECT_ID}/databases/(default)/documents/metrics/${uid}_wire`,
        { headers: { Authorization: `Bearer ${await auth.currentUser.getIdToken()}` } });
    assert.deepEqual((await answer.json()).fields.value, { integerValue: '42' });
});

asRep('merge, update, delete a field, delete the document', async ({ uid, metric }) => {
    const ref = metric('merge');
    await setDoc(ref, { userId: uid, keep: 1, change: 1, drop: 1, map: { a: 1, b: 2 } });
    await setDoc(ref, { change: 2, map: { b: 3 } }, { merge: true });
    await updateDoc(ref, { drop: deleteField(), 'map.c': 4 }, { });
    await updateDoc(ref, new FieldPath('odd.name'), 5);
    assert.deepEqual((await getDoc(ref)).data(), { userId: uid, keep: 1, change: 2, map: { a: 1, b: 3, c: 4 }, 'odd.name': 5 });
    await setDoc(ref, { userId: uid, only: true });
    assert.deepEqual((await getDoc(ref)).data(), { userId: uid, only: true });
    await deleteDoc(ref);
    // Reading what is not there is denied by the rules: they look into a document that does not exist.
    await assert.rejects(getDoc(ref), denied);
});

asRep('the server adds, appends and tells the time', async ({ uid, metric }) => {
    const ref = metric('transforms');
    const before = Date.now() - 2000;
    await setDoc(ref, { userId: uid, value: 1, tags: ['a'], at: serverTimestamp() });
    await updateDoc(ref, { value: increment(2.5), other: increment(1), tags: arrayUnion('a', 'b'), at: serverTimestamp() });
    await updateDoc(ref, { tags: arrayRemove('a') });
    const data = (await getDoc(ref)).data();
    assert.equal(data.value, 3.5);
    assert.equal(data.other, 1);
    assert.deepEqual(data.tags, ['b']);
    assert.ok(data.at.toMillis() > before);
});

asRep('batches are all or nothing', async ({ db, uid, metric }) => {
    await setDoc(metric('there'), { userId: uid, value: 1 });
    const good = writeBatch(db);
    good.set(metric('one'), { userId: uid, value: 1 });
    good.update(metric('there'), { value: 2 });
    await good.commit();
    assert.equal((await getDoc(metric('there'))).data().value, 2);
    const bad = writeBatch(db);
    bad.update(metric('there'), { value: 3 });
    bad.set(doc(db, 'metrics', 'somebody_else'), { userId: 'somebody', value: 1 });
    await assert.rejects(bad.commit(), denied);
    assert.equal((await getDoc(metric('there'))).data().value, 2);
});

asRep('a transaction that lost a race starts again', async ({ db, uid, metric }) => {
    const ref = metric('race');
    await setDoc(ref, { userId: uid, value: 1 });
    let attempts = 0;
    await runTransaction(db, async (transaction) => {
        const seen = (await transaction.get(ref)).data().value;
        if (++attempts === 1)
            await updateDoc(ref, { value: 10 });
        transaction.update(ref, { value: seen + 1 });
    });
    assert.equal(attempts, 2);
    assert.equal((await getDoc(ref)).data().value, 11);
});

asRep('queries: ranges, orders, cursors, alternatives, arrays', async ({ cloud, db, uid }) => {
    await cloud.control('switch', { service: 'firestore', name: 'indexes', position: 'off' });
    const all = collection(db, 'metrics');
    const day = (n) => Timestamp.fromDate(new Date(Date.UTC(2025, 1, n, 12)));
    for (let n = 1; n <= 6; ++n)
        await setDoc(doc(all, `${uid}_sms_quantity_2025-02-0${n}_conformance`), { userId: uid, source: 'conformance', value: n % 3, date: day(n), tags: [`t${n % 2}`, 'all'] });
    const mine = [where('userId', '==', uid), where('source', '==', 'conformance')];
    const days = async (...parts) => (await getDocs(query(all, ...mine, ...parts))).docs.map((each) => each.data().date.toDate().getUTCDate());

    assert.deepEqual(await days(where('date', '>=', day(3)), where('date', '<', day(6))), [3, 4, 5]);
    assert.deepEqual(await days(orderBy('date', 'desc'), limit(2)), [6, 5]);
    assert.deepEqual(await days(orderBy('value'), orderBy('date')), [3, 6, 1, 4, 2, 5]);
    assert.deepEqual(await days(orderBy('date'), limitToLast(2)), [5, 6]);
    assert.deepEqual(await days(where('value', 'in', [0, 2]), orderBy('date')), [2, 3, 5, 6]);
    assert.deepEqual(await days(where('tags', 'array-contains', 't0'), orderBy('date')), [2, 4, 6]);
    assert.deepEqual(await days(where('tags', 'array-contains-any', ['t1', 'nothing']), orderBy('date')), [1, 3, 5]);
    assert.deepEqual(await days(where('value', '!=', 0), orderBy('value'), orderBy('date')), [1, 4, 2, 5]);
    assert.deepEqual(await days(orderBy('date'), startAfter(day(2)), endBefore(day(5))), [3, 4]);
    const page = await getDocs(query(all, ...mine, orderBy('value'), limit(3)));
    const rest = await getDocs(query(all, ...mine, orderBy('value'), startAfter(page.docs[2])));
    assert.equal(new Set([...page.docs, ...rest.docs].map((each) => each.id)).size, 6);
    assert.deepEqual(await days(where(documentId(), '>=', `${uid}_sms_quantity_2025-02-05`)), [5, 6]);
    const either = await getDocs(query(all, and(...mine, or(where('value', '==', 0), where('date', '==', day(1))))));
    assert.deepEqual(either.docs.map((each) => each.data().date.toDate().getUTCDate()).sort(), [1, 3, 6]);
    assert.deepEqual(await days(where('value', '==', 99)), []);

    assert.equal((await getCount(query(all, ...mine))).data().count, 6);
    const figures = (await getAggregate(query(all, ...mine), { n: count(), total: sum('value'), mean: average('value') })).data();
    assert.deepEqual(figures, { n: 6, total: 6, mean: 1 });
});

asRep('a query without its index is told so where indexes are required', async ({ cloud, db, uid }) => {
    await cloud.control('switch', { service: 'firestore', name: 'indexes', position: 'required' });
    const asked = query(collection(db, 'metrics'), where('userId', '==', uid), orderBy('somethingNobodyIndexed'));
    await assert.rejects(getDocs(asked), code('failed-precondition'));
});

asRep('a query that does not say whose rows it wants is denied whole', async ({ db, uid }) => {
    await assert.rejects(getDocs(query(collection(db, 'metrics'), limit(1))), denied);
    await assert.rejects(getDocs(query(collection(db, 'metrics'), where('userId', '==', 'somebody'))), denied);
    await getDocs(query(collection(db, 'metrics'), where('userId', '==', uid), limit(1)));
});

asRep('a rep writes own rows only', async ({ db, uid }) => {
    await assert.rejects(setDoc(doc(db, 'metrics', 'x'), { userId: 'somebody', value: 1 }), denied);
    await assert.rejects(setDoc(doc(db, 'users', 'somebody'), { name: 'x' }), denied);
    await assert.rejects(getDoc(doc(db, 'settings', 'team_goals')), denied);
    await assert.rejects(addDoc(collection(db, 'copper_people'), { name: 'x' }), denied);
    await setDoc(doc(db, 'settings', uid), { lastJustCallSyncAt: '2026-11-20T10:00:00.000Z' }, { merge: true });
    assert.equal((await getDoc(doc(db, 'settings', uid))).data().lastJustCallSyncAt, '2026-11-20T10:00:00.000Z');
});

asRep('nobody who is not signed in reads a rep', async ({ db }) => {
    await assert.rejects(getDoc(doc(db, 'users', 'u1')), denied);
    await assert.rejects(setDoc(doc(db, 'metrics', 'x'), { userId: 'u1' }), denied);
}, { anonymous: true });

asRep('an update needs the document, and what is missing is missing', async ({ db }) => {
    const ref = doc(db, 'calls', 'never-was');
    assert.equal((await getDoc(ref)).exists(), false);
    await assert.rejects(updateDoc(ref, { a: 1 }), code('not-found'));
    await setDoc(ref, {});
    assert.deepEqual((await getDoc(ref)).data(), {});
    assert.throws(() => setDoc(ref, { list: [[1]] }), code('invalid-argument'));
}, { owner: true });

asRep('new accounts can be made for rules to be tried with', async ({ auth }) => {
    const { user } = await createUserWithEmailAndPassword(auth, 'new.rep@demo.example', 'a long password');
    assert.ok(user.uid);
    await assert.rejects(createUserWithEmailAndPassword(auth, 'new.rep@demo.example', 'a long password'), code('auth/email-already-in-use'));
}, { anonymous: true });
