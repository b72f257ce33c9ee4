// What the papers leave unconfirmed is a switch of the demo cloud. Every position of every switch is tried here: RingCentral's by an
// official client that must still hear a call, all others by what a plain request sees. A switch that changes nothing is no switch.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Cloud } from '../support/cloud.mjs';
import { ringcentral } from '../support/seen.ringcentral.mjs';
import { others } from '../support/seen.others.mjs';

let switches;
before(async () => {
    const cloud = await Cloud.start();
    ({ switches } = await cloud.control('switches'));
    await cloud.stop();
});

/** Tries every position of one switch, each in a cloud of its own, and returns what was seen: position → text. */
async function look(service, each, see) {
    const seen = {};
    for (const position of each.positions) {
        const cloud = await Cloud.start('--days', '3');
        try {
            await cloud.control('switch', { service, name: each.name, position });
            seen[position] = JSON.stringify(await see(cloud, position)) ?? 'nothing';
        } catch (error) {
            error.message = `${each.name}=${position}: ${error.message}`;
            throw error;
        } finally {
            await cloud.stop();
        }
    }
    return seen;
}

function allDiffer(name, seen) {
    const answers = Object.values(seen);
    assert.equal(new Set(answers).size, answers.length, `${name} changes nothing: ${JSON.stringify(seen)}`);
}

/** A few at once: most of the time is waiting. */
async function several(things, work, lanes = 4) {
    const queue = [...things];
    const failures = [];
    await Promise.all(Array.from({ length: lanes }, async () => {
        for (let next = queue.shift(); next; next = queue.shift())
            await work(next).catch((error) => failures.push(error));
    }));
    if (failures.length)
        throw new AggregateError(failures, failures.map((error) => error.message).join('\n'));
}

test('RingCentral: an official client hears a call whatever is true', async () => {
    const named = switches.ringcentral.filter((each) => each.positions.length > 0);
    assert.ok(named.length > 40);
    await several(named, async (each) => {
        const seen = await look('ringcentral', each, (cloud, position) => ringcentral.hear(cloud, each.name, position));
        if (ringcentral.visible.has(each.name))
            allDiffer(each.name, seen);
    });
});

for (const service of ['firebaseauth', 'firestore', 'justcall', 'copper', 'callstream', 'elevenlabs']) {
    test(`${service}: every position is seen`, async () => {
        const known = others[service];
        assert.deepEqual(Object.keys(known).sort(), switches[service].map((each) => each.name).sort(), 'a switch that nobody tries');
        await several(switches[service], async (each) => allDiffer(each.name, await look(service, each, known[each.name])));
    });
}

test('no service keeps a switch to itself', () => {
    assert.deepEqual(Object.keys(switches).sort(), ['callstream', 'copper', 'elevenlabs', 'firebaseauth', 'firestore', 'justcall', 'ringcentral']);
});

// Clients that keep a timer of their own must not keep the program.
after(() => setTimeout(() => process.exit(), 500).unref());
