// One document with every kind of value, built with the types of whichever client is asked, and how to compare what comes back.
import assert from 'node:assert/strict';

/** `types`: { Timestamp, GeoPoint, bytes(Uint8Array), reference(path) } of one client. */
export function everyKind(types) {
    return {
        nothing: null,
        yes: true,
        no: false,
        zero: 0,
        whole: 42,
        negative: -7,
        largest: Number.MAX_SAFE_INTEGER,
        fraction: 0.1,
        tiny: 5e-324,
        notANumber: NaN,
        infinite: Infinity,
        negativeInfinite: -Infinity,
        text: 'Zoë "quoted" \\ back\nslash 👋',
        empty: '',
        instant: new types.Timestamp(1_700_000_000, 123_456_000),
        beforeTheEpoch: new types.Timestamp(-1, 999_000_000),
        place: new types.GeoPoint(47.5, 19.04),
        nowhere: new types.GeoPoint(0, 0),
        raw: types.bytes(Uint8Array.of(0, 1, 2, 250, 255)),
        friend: types.reference('users/u1'),
        list: [1, 'two', { three: 3 }, null],
        emptyList: [],
        map: { calls: 3, deeper: { deepest: [true] } },
        emptyMap: {},
        'with space': 1,
        'dotted.name': 2,
        '`ticked`': 3,
        ünïcode: 4,
    };
}

/** Compares two documents kind by kind, so that a failure names its field. */
export function sameDocument(actual, expected, same) {
    assert.deepEqual(Object.keys(actual).sort(), Object.keys(expected).sort());
    for (const [field, value] of Object.entries(expected))
        assert.ok(same(actual[field], value), `${field}: ${String(JSON.stringify(actual[field]))} is not ${String(JSON.stringify(value))}`);
}
