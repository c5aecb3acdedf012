package cn.faheng.web.authoring;

import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Turns of the proofs that pages ask for while people type: one for each draft and person, the newest first, few at a time. */
@Component
final class ProofTurns {

    private static final int AT_ONCE = 2;
    private static final long PATIENCE_MILLIS = 20_000;

    private final Map<Asker, Turn> turns = new HashMap<>();
    private int running;

    private record Asker(UUID draft, String person) {}

    private static final class Turn {
        private long newest;
        private int asking;
        private boolean running;
    }

    /** Computes when it is its turn; the problem {@code busy} when a newer request came meanwhile, or no place becomes free. */
    <T> T take(UUID draft, String person, Supplier<T> computation) {
        Asker asker = new Asker(draft, person);
        Turn turn = enter(asker);
        try {
            return computation.get();
        } finally {
            leave(asker, turn);
        }
    }

    private synchronized Turn enter(Asker asker) {
        Turn turn = turns.computeIfAbsent(asker, key -> new Turn());
        long mine = ++turn.newest;
        turn.asking++;
        notifyAll();
        boolean entered = false;
        try {
            long until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
            while (turn.running || running >= AT_ONCE) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new ProblemException(ProblemType.BUSY, "同时校验的人较多，暂时没有空位；请过几秒再改一处，或者稍后再试。");
                }
                wait(left);
                if (turn.newest != mine) {
                    throw new ProblemException(ProblemType.BUSY, "已经有更新的内容在等待校验，这一次不再计算。");
                }
            }
            turn.running = true;
            running++;
            entered = true;
            return turn;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.BUSY, "服务正在停止，请稍后再试。");
        } finally {
            if (!entered) {
                forget(asker, turn);
            }
        }
    }

    private synchronized void leave(Asker asker, Turn turn) {
        turn.running = false;
        running--;
        forget(asker, turn);
        notifyAll();
    }

    private void forget(Asker asker, Turn turn) {
        if (--turn.asking == 0) {
            turns.remove(asker);
        }
    }
}
