// What a hand at the other end of the line does: calls, hangs up, leaves a message. One line each, over the control endpoint.
export class Phone {
    constructor(cloud) {
        this.cloud = cloud;
    }

    /** Rings the demo's rep, or dials for them; returns the call as the story tells it. */
    async start(call = {}) {
        return (await this.cloud.control('call.start', call)).call;
    }

    /** "answer", "hold", "end" …: the control verbs that begin with "call.". */
    do(what, call, more = {}) {
        return this.cloud.control(`call.${what}`, { call: call.callSid, ...more });
    }
}
