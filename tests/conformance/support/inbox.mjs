// Things that arrive when they like, and a test that waits for one of them.
export class Inbox {
    #items = [];
    #waiting = [];

    get items() {
        return [...this.#items];
    }

    put = (item) => {
        this.#items.push(item);
        for (const waiter of [...this.#waiting])
            waiter();
    };

    clear() {
        this.#items = [];
    }

    /** The first item, old or new, for which `matches` holds. */
    next(what, matches, within = 10_000) {
        return new Promise((resolve, reject) => {
            const look = () => {
                const found = this.#items.find(matches);
                if (found === undefined)
                    return;
                this.#waiting.splice(this.#waiting.indexOf(look), 1);
                clearTimeout(timer);
                resolve(found);
            };
            const timer = setTimeout(() => {
                this.#waiting.splice(this.#waiting.indexOf(look), 1);
                reject(new Error(`waited in vain for ${what}; arrived: ${JSON.stringify(this.#items).slice(0, 4000)}`));
            }, within);
            this.#waiting.push(look);
            look();
        });
    }
}

/** Asks again until the answer is good. */
export async function until(what, ask, within = 10_000, every = 50) {
    const deadline = Date.now() + within;
    for (;;) {
        const answer = await ask();
        if (answer)
            return answer;
        if (Date.now() > deadline)
            throw new Error(`waited in vain for ${what}`);
        await new Promise((resolve) => setTimeout(resolve, every));
    }
}
