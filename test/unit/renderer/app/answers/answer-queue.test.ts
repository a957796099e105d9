import { describe, expect, it } from 'vitest';
import { address, answer, aQueue, Gone, Refusal, settle, toKeep, Trouble } from './hand-wound.ts';

describe('what is typed', () => {
  it('is kept after a pause in which nothing newer was typed, and only the newest', async () => {
    const { clock, core, queue } = aQueue();
    queue.put(toKeep('A01', '6'), 400);
    expect(queue.stateOf(address('A01'))).toEqual({ kind: 'waiting', answer: answer('6') });
    expect(queue.status()).toEqual({ kind: 'saving' });
    await clock.pass(399);
    queue.put(toKeep('A01', '68'), 400);
    await clock.pass(399);
    expect(core.asked).toEqual([]);
    await clock.pass(1);
    expect(core.kept).toEqual(['A01 68']);
    expect(queue.status()).toEqual({ kind: 'saved', at: '09:01' });
    expect(clock.waiting).toBe(0);
  });

  it('is kept at once where no pause is asked for', async () => {
    const { core, queue } = aQueue();
    queue.put(toKeep('A01', '6'), 0);
    expect(core.asked).toEqual(['A01 6 on 0']);
    expect(queue.stateOf(address('A01'))).toEqual({ kind: 'saving', answer: answer('6') });
    await settle();
    expect(queue.stateOf(address('A01'))).toMatchObject({ kind: 'saved', at: '09:01', entry: { comment: '6' } });
    expect(core.asked).toHaveLength(1);
  });

  it('takes no earlier answer of another item over: what was typed before goes first, its pause over or not', async () => {
    const { clock, core, queue } = aQueue();
    queue.put(toKeep('A01', 'typed'), 400);
    queue.put(toKeep('A02', 'typed'), 400);
    queue.put(toKeep('A03', 'chosen'), 0);
    queue.put(toKeep('A04', 'typed'), 400);
    await settle();
    expect(core.kept).toEqual(['A01 typed', 'A02 typed', 'A03 chosen']);
    await clock.pass(400);
    expect(core.asked).toHaveLength(4);
    expect(clock.waiting).toBe(0);
  });

  it('stands in the order in which it was typed last', async () => {
    const { clock, core, queue } = aQueue();
    queue.put(toKeep('A01', 'first'), 400);
    queue.put(toKeep('A02', 'second'), 400);
    queue.put(toKeep('A01', 'third'), 400);
    await clock.pass(400);
    expect(core.kept).toEqual(['A02 second', 'A01 third']);
  });

  it('is one request at a time', async () => {
    const { core, queue } = aQueue();
    const first = Promise.withResolvers<void>();
    core.instead.push(first.promise);
    queue.put(toKeep('A01', 'slow'), 0);
    queue.put(toKeep('A02', 'fast'), 0);
    await settle();
    expect(core.asked).toEqual(['A01 slow on 0']);
    first.resolve();
    await settle();
    expect(core.kept).toEqual(['A01 slow', 'A02 fast']);
  });

  it('goes on from the older answer of its item that was on its way, and is not what that one says it is', async () => {
    const { core, queue } = aQueue();
    const first = Promise.withResolvers<void>();
    core.instead.push(first.promise);
    queue.put(toKeep('A01', 'older'), 0);
    queue.put(toKeep('A01', 'newer'), 0);
    first.resolve();
    await settle();
    expect(core.asked).toEqual(['A01 older on 0', 'A01 newer on 1']);
    expect(queue.stateOf(address('A01'))).toMatchObject({ kind: 'saved', entry: { comment: 'newer' } });
  });

  it('is known by its slot: another occupation or level is another answer', async () => {
    const { core, queue } = aQueue();
    const elsewhere = (part: object) => ({
      ...toKeep('A01', 'x'),
      address: { ...address('A01'), slot: { ...address('A01').slot, ...part } },
    });
    queue.put(toKeep('A01', 'plain'), 400);
    queue.put(elsewhere({ occupation: '养老护理员' }), 400);
    queue.put(elsewhere({ levelGroup: 'skilled' }), 400);
    await queue.flush();
    expect(core.asked).toHaveLength(3);
  });
});

describe('an older answer never overwrites a newer one', () => {
  it('says how many answers there were when it was begun, not when it is sent', async () => {
    const { clock, core, queue } = aQueue();
    queue.put(toKeep('A01', 'begun'), 400);
    core.answer('A01', 'of another window');
    queue.put(toKeep('A01', 'begun and gone on with'), 400);
    await clock.pass(400);
    expect(core.asked).toEqual(['A01 begun and gone on with on 0']);
    expect(core.newest('A01')).toBe('of another window');
    expect(queue.stateOf(address('A01'))).toMatchObject({ kind: 'failed', answer: answer('begun and gone on with') });
  });

  it('goes on from what was kept from here, and from what was seen of others after that', async () => {
    const { core, queue } = aQueue();
    queue.put(toKeep('A01', 'one'), 0);
    await settle();
    core.answer('A01', 'of another window');
    queue.put(toKeep('A01', 'two'), 0);
    await settle();
    expect(core.asked).toEqual(['A01 one on 0', 'A01 two on 2']);
  });

  it('does not say what it cannot know, when the sheet was not looked at', async () => {
    const { core, queue } = aQueue({ seen: () => undefined });
    queue.put(toKeep('A01', 'one'), 0);
    await settle();
    expect(core.asked).toEqual(['A01 one on ?']);
  });

  it('of two windows the first to save stands, and the other shows it once it gives up', async () => {
    const { core, queue } = aQueue({ seen: () => 0 });
    core.answer('A01', 'of another window');
    queue.put(toKeep('A01', 'mine'), 0);
    await settle();
    expect(queue.status()).toEqual({ kind: 'failed', count: 1 });
    expect(queue.revisionOf(address('A01'))).toBe(0);
    queue.giveUp(address('A01'));
    expect(queue.stateOf(address('A01'))).toBeNull();
    expect(queue.revisionOf(address('A01'))).toBe(1);
    expect(queue.status()).toEqual({ kind: 'none' });
    expect(core.newest('A01')).toBe('of another window');
  });
});

describe('what could not be kept', () => {
  it('stays, and is tried again after 2, 4, 8, 16 and then every 30 seconds, until it is kept', async () => {
    const { clock, core, queue } = aQueue();
    const troubles = 7;
    core.instead.push(...Array.from({ length: troubles }, () => new Trouble()));
    queue.put(toKeep('A01', '6'), 0);
    await settle();
    for (const [index, seconds] of [2, 4, 8, 16, 30, 30].entries()) {
      expect(queue.stateOf(address('A01'))).toMatchObject({ kind: 'failed', answer: answer('6') });
      await clock.pass(seconds * 1000 - 1);
      expect(core.asked).toHaveLength(index + 1);
      await clock.pass(1);
      expect(core.asked).toHaveLength(index + 2);
    }
    await clock.pass(30_000);
    expect(core.kept).toEqual(['A01 6']);
    expect(queue.status()).toMatchObject({ kind: 'saved' });
    expect(clock.waiting).toBe(0);
  });

  it('holds up nothing else, and counts', async () => {
    const { core, queue } = aQueue();
    core.instead.push(new Trouble(), new Refusal());
    queue.put(toKeep('A01', 'trouble'), 0);
    queue.put(toKeep('A02', 'refused'), 0);
    queue.put(toKeep('A03', 'fine'), 0);
    await settle();
    expect(core.kept).toEqual(['A03 fine']);
    expect(queue.status()).toEqual({ kind: 'failed', count: 2 });
    expect(['A01', 'A02', 'A03'].map((item) => queue.isUnderWay(address(item)))).toEqual([true, true, false]);
    expect(queue.isUnderWay(address('A04'))).toBe(false);
  });

  it('is not tried again by itself after a refusal, but when a person asks for it', async () => {
    const { clock, core, queue } = aQueue();
    core.instead.push(new Refusal());
    queue.put(toKeep('A01', '6'), 0);
    await settle();
    await clock.pass(3_600_000);
    expect(core.asked).toHaveLength(1);
    queue.retry(address('A01'));
    queue.retry(address('A02'));
    await settle();
    expect(core.kept).toEqual(['A01 6']);
  });

  it('is forgotten when a person gives it up, and not tried again', async () => {
    const { clock, core, queue } = aQueue();
    core.instead.push(new Trouble());
    queue.put(toKeep('A01', '6'), 0);
    await settle();
    queue.giveUp(address('A01'));
    await clock.pass(60_000);
    expect(core.asked).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });

  it('is given up on its way: what comes of it changes nothing here any more', async () => {
    const { core, queue } = aQueue();
    const slow = Promise.withResolvers<void>();
    core.instead.push(slow.promise);
    queue.put(toKeep('A01', '6'), 0);
    queue.giveUp(address('A01'));
    slow.resolve();
    await settle();
    expect(queue.stateOf(address('A01'))).toBeNull();
    expect(queue.status()).toEqual({ kind: 'none' });
  });

  it('is replaced by what is typed anew, with its own fate and its own first pause', async () => {
    const { clock, core, queue } = aQueue();
    core.instead.push(new Trouble(), new Trouble(), new Trouble());
    queue.put(toKeep('A01', '6'), 0);
    await settle();
    await clock.pass(2000);
    queue.put(toKeep('A01', '68'), 0);
    await settle();
    expect(core.asked).toHaveLength(3);
    await clock.pass(2000);
    expect(core.kept).toEqual(['A01 68']);
  });
});

describe('the core goes away', () => {
  it('and everything waits, is counted, and goes in the order in which it was typed when it is back', async () => {
    const { clock, core, queue } = aQueue();
    core.instead.push(new Gone());
    queue.put(toKeep('A01', 'one'), 0);
    await settle();
    expect(queue.stateOf(address('A01'))).toEqual({ kind: 'held', answer: answer('one') });
    queue.put(toKeep('A02', 'two'), 400);
    queue.put(toKeep('A03', 'three'), 0);
    expect(queue.stateOf(address('A02'))).toEqual({ kind: 'held', answer: answer('two') });
    await clock.pass(600_000);
    expect(core.asked).toEqual(['A01 one on 0']);
    expect(queue.status()).toEqual({ kind: 'held', count: 3 });
    queue.resume();
    expect(queue.status()).toEqual({ kind: 'saving' });
    await settle();
    expect(core.kept).toEqual(['A01 one', 'A02 two', 'A03 three']);
    expect(queue.status()).toEqual({ kind: 'saved', at: '09:03' });
  });

  it('before a pause was over: nothing is sent until it is back', async () => {
    const { clock, core, queue } = aQueue();
    queue.put(toKeep('A01', 'one'), 400);
    queue.hold();
    expect(queue.status()).toEqual({ kind: 'held', count: 1 });
    await clock.pass(1000);
    expect(core.asked).toEqual([]);
    queue.resume();
    await settle();
    expect(core.kept).toEqual(['A01 one']);
  });

  it('having kept the answer without saying so: it is kept once, and what was typed on from it is kept after it', async () => {
    const { core, queue } = aQueue();
    core.instead.push('keep, then go');
    queue.put(toKeep('A01', '6'), 0);
    await settle();
    queue.put(toKeep('A01', '68'), 400);
    queue.resume();
    await settle();
    expect(core.kept).toEqual(['A01 6', 'A01 68']);
    expect(core.asked).toEqual(['A01 6 on 0', 'A01 6 on 0', 'A01 68 on 1']);
    expect(queue.stateOf(address('A01'))).toMatchObject({ kind: 'saved', entry: { comment: '68' } });
  });

  it('is still not known to be kept when the core makes trouble over it: said once more before the newer one, after a pause', async () => {
    const { clock, core, queue } = aQueue();
    core.instead.push('keep, then go', new Trouble());
    queue.put(toKeep('A01', '6'), 0);
    queue.put(toKeep('A01', '68'), 0);
    await settle();
    queue.resume();
    await settle();
    expect(queue.stateOf(address('A01'))).toMatchObject({ kind: 'failed', answer: answer('68') });
    expect(core.asked).toEqual(['A01 6 on 0', 'A01 6 on 0']);
    await clock.pass(1999);
    expect(core.asked).toHaveLength(2);
    await clock.pass(1);
    expect(core.asked.slice(2)).toEqual(['A01 6 on 0', 'A01 68 on 1']);
    expect(core.kept).toEqual(['A01 6', 'A01 68']);
    expect(queue.status()).toMatchObject({ kind: 'saved' });
  });

  it('while a newer answer of the same item was typed already', async () => {
    const { core, queue } = aQueue();
    const slow = Promise.withResolvers<void>();
    core.instead.push(slow.promise.then(() => Promise.reject(new Gone())));
    queue.put(toKeep('A01', '6'), 0);
    queue.put(toKeep('A01', '68'), 0);
    slow.resolve();
    await settle();
    expect(queue.stateOf(address('A01'))).toEqual({ kind: 'held', answer: answer('68') });
    queue.resume();
    await settle();
    expect(core.kept).toEqual(['A01 6', 'A01 68']);
  });

  it('twice, and once more while it is asked again', async () => {
    const { core, queue } = aQueue();
    core.instead.push('keep, then go', new Gone(), new Gone());
    queue.put(toKeep('A01', '6'), 0);
    await settle();
    queue.put(toKeep('A01', '68'), 0);
    queue.resume();
    await settle();
    expect(queue.status()).toEqual({ kind: 'held', count: 1 });
    queue.put(toKeep('A01', '68.5'), 0);
    queue.resume();
    await settle();
    queue.resume();
    await settle();
    expect(core.kept).toEqual(['A01 6', 'A01 68.5']);
    expect(queue.status()).toMatchObject({ kind: 'saved' });
  });

  it('and another window answered meanwhile: what was typed here is refused, not put over it', async () => {
    const { core, queue } = aQueue();
    core.instead.push(new Gone());
    queue.put(toKeep('A01', '6'), 0);
    await settle();
    queue.put(toKeep('A01', '68'), 0);
    core.answer('A01', 'of another window');
    queue.resume();
    await settle();
    expect(core.newest('A01')).toBe('of another window');
    expect(queue.stateOf(address('A01'))).toMatchObject({ kind: 'failed', answer: answer('68') });
    expect(queue.status()).toEqual({ kind: 'failed', count: 1 });
  });

  it('and what had failed before is tried on, once it is back', async () => {
    const { clock, core, queue } = aQueue();
    core.instead.push(new Trouble());
    queue.put(toKeep('A01', '6'), 0);
    await settle();
    queue.hold();
    await clock.pass(10_000);
    expect(core.asked).toHaveLength(1);
    queue.resume();
    await settle();
    expect(core.kept).toEqual(['A01 6']);
  });
});

describe('flushing', () => {
  it('sends what waits and what failed, and ends when all has had its answer', async () => {
    const { clock, core, queue } = aQueue();
    core.instead.push(new Refusal());
    queue.put(toKeep('A01', 'refused once'), 0);
    await settle();
    const slow = Promise.withResolvers<void>();
    queue.put(toKeep('A02', 'typed'), 400);
    core.instead.push(slow.promise);
    let ended = false;
    const flushing = queue.flush().then(() => (ended = true));
    await settle();
    expect(ended).toBe(false);
    slow.resolve();
    await flushing;
    expect(core.kept).toEqual(['A01 refused once', 'A02 typed']);
    expect(clock.waiting).toBe(0);
  });

  it('ends at once where nothing is under way, and sends nothing twice', async () => {
    const { core, queue } = aQueue();
    await queue.flush();
    queue.put(toKeep('A01', '6'), 0);
    await Promise.all([queue.flush(), queue.flush()]);
    await queue.flush();
    queue.retry(address('A01'));
    await settle();
    expect(core.asked).toEqual(['A01 6 on 0']);
  });

  it('ends also where something failed again', async () => {
    const { core, queue } = aQueue();
    core.instead.push(new Trouble(), new Trouble());
    queue.put(toKeep('A01', '6'), 0);
    await queue.flush();
    await queue.flush();
    expect(core.asked).toHaveLength(2);
    expect(queue.status()).toEqual({ kind: 'failed', count: 1 });
  });

  it('waits until the core is back', async () => {
    const { core, queue } = aQueue();
    queue.hold();
    queue.put(toKeep('A01', '6'), 400);
    let ended = false;
    const flushing = queue.flush().then(() => (ended = true));
    await settle();
    expect([ended, core.asked]).toEqual([false, []]);
    queue.resume();
    await flushing;
    expect(core.kept).toEqual(['A01 6']);
  });
});

describe('what others do at a slot', () => {
  it('starts the fields anew where what was typed here is kept, or nothing was typed', async () => {
    const { queue } = aQueue();
    queue.put(toKeep('A01', '6'), 0);
    await settle();
    queue.adopt(address('A01'));
    queue.adopt(address('A02'));
    expect(queue.stateOf(address('A01'))).toBeNull();
    expect([queue.revisionOf(address('A01')), queue.revisionOf(address('A02')), queue.revisionOf(address('A03'))]).toEqual([1, 1, 0]);
    expect(queue.status()).toEqual({ kind: 'none' });
  });

  it('leaves alone what is on its way: the core decides about it', async () => {
    const { core, queue } = aQueue();
    queue.put(toKeep('A01', '6'), 400);
    queue.adopt(address('A01'));
    expect(queue.revisionOf(address('A01'))).toBe(0);
    await queue.flush();
    expect(core.kept).toEqual(['A01 6']);
  });
});

describe('whoever looks', () => {
  it('is told of every change until it leaves, and sees one state until the next change', async () => {
    const { queue } = aQueue();
    const seen: string[] = [];
    const leave = queue.subscribe(() => seen.push(queue.status().kind));
    queue.put(toKeep('A01', '6'), 400);
    expect(queue.status()).toBe(queue.status());
    await queue.flush();
    queue.hold();
    queue.resume();
    queue.adopt(address('A01'));
    expect([...new Set(seen)]).toEqual(['saving', 'saved', 'none']);
    const told = seen.length;
    leave();
    queue.put(toKeep('A01', '7'), 400);
    expect(seen).toHaveLength(told);
  });

  it('sees the newest time at which something was saved', async () => {
    const { core, queue } = aQueue();
    queue.put(toKeep('A01', '1'), 0);
    queue.put(toKeep('A02', '2'), 0);
    await settle();
    expect(queue.status()).toEqual({ kind: 'saved', at: '09:02' });
    core.instead.push(new Gone());
    queue.put(toKeep('A03', '3'), 0);
    await settle();
    expect(queue.status()).toEqual({ kind: 'held', count: 1 });
  });
});
