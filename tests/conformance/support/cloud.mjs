// The demo cloud as one test sees it: a process of its own, its addresses, and its control endpoint.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const STARTED_WITHIN = 30_000; // a build with sanitizers, on a busy machine

export class Cloud {
    #process;
    #exited;

    /** Starts callcard-demo with a small company and no story of its own, so that nothing rings but what a test rings. */
    static async start(...options) {
        const program = process.env.CALLCARD_DEMO;
        if (!program)
            throw new Error('CALLCARD_DEMO must name the callcard-demo to test');
        const cloud = new Cloud();
        const child = spawn(program, ['--quiet', '--customers', '60', ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
        cloud.#process = child;
        cloud.#exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
        const first = await Promise.race([
            new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
            cloud.#exited.then((how) => Promise.reject(new Error(`callcard-demo ended with ${how} before it told its addresses`))),
            new Promise((_, reject) => setTimeout(() => reject(new Error('callcard-demo told no addresses')), STARTED_WITHIN).unref()),
        ]);
        ({ env: cloud.env, control: cloud.controlUrl } = JSON.parse(first));
        return cloud;
    }

    /** Closes its standard input, which is how it is asked to end, and tells how it ended: 0 when all is well. */
    async stop() {
        this.#process.stdin.end();
        const late = setTimeout(() => this.#process.kill('SIGKILL'), 10_000);
        const how = await this.#exited;
        clearTimeout(late);
        if (how !== 0)
            throw new Error(`callcard-demo ended with ${how}`);
    }

    /** One verb of the control endpoint: `callcard-demo --help` and the verb "help" list them. */
    async control(verb, details = {}) {
        const answer = await fetch(this.controlUrl, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ do: verb, ...details }),
        });
        const result = await answer.json();
        if (!result.ok)
            throw new Error(`control ${verb}: ${result.error}`);
        return result;
    }

    /** The address in an environment variable that holds host:port only. */
    hostAndPort(variable) {
        const [host, port] = this.env[variable].split(':');
        return { host, port: Number(port) };
    }
}

/** Runs a test with a cloud of its own and makes sure that it ended well afterwards. */
export function withCloud(options, body) {
    return async (t) => {
        const cloud = await Cloud.start(...options);
        try {
            await body(cloud, t);
        } finally {
            await cloud.stop();
        }
    };
}
