// What several RingCentral suites need: signing in as a browser would, and the events of one call in order.
import { Inbox } from './inbox.mjs';

export const REDIRECT = 'http://localhost:5000/oauth2callback';

export const FILTERS = [
    '/restapi/v1.0/account/~/extension/~/telephony/sessions',
    '/restapi/v1.0/account/~/extension/~/presence?detailedTelephonyState=true',
    '/restapi/v1.0/account/~/extension/~/message-store',
    '/restapi/v1.0/account/~/extension/~/message-store/instant?type=SMS',
    '/restapi/v1.0/account/~/extension/~/voicemail',
];

/** Follows the sign-in page without a browser: the demo cloud answers with the redirect at once. */
export async function consent(url) {
    const answer = await fetch(url, { redirect: 'manual' });
    const location = answer.headers.get('location');
    if (answer.status !== 302 || !location)
        throw new Error(`authorize answered ${answer.status} without a redirect: ${(await answer.text()).slice(0, 300)}`);
    return new URL(location);
}

/** Everything a subscription delivers, with questions about one call. */
export class Events extends Inbox {
    telephony(what, matches, within) {
        return this.next(`telephony event: ${what}`,
            (event) => event.event.includes('/telephony/sessions') && event.body.parties.some((party) => matches(party, event.body)), within);
    }

    /** Waits for a party of the rep's in this state. */
    status(code, more = () => true, within) {
        return this.telephony(code, (party, body) => party.status.code === code && more(party, body), within);
    }

    presence(what, matches, within) {
        return this.next(`presence: ${what}`, (event) => event.event.includes('/presence') && matches(event.body), within);
    }
}
