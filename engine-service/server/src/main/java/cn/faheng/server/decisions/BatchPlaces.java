package cn.faheng.server.decisions;

import java.util.HashMap;
import java.util.Map;

/** How many batches run at once: a few of each client, so that a slow one does not stop the others. */
final class BatchPlaces {

    static final int OF_ALL = 8;
    static final int OF_ONE_CLIENT = 2;

    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    /** Takes a place, to be given back by {@link #giveBack}; false when there is none. */
    synchronized boolean take(String client) {
        int own = taken.getOrDefault(client, 0);
        if (all >= OF_ALL || own >= OF_ONE_CLIENT) {
            return false;
        }
        taken.put(client, own + 1);
        all++;
        return true;
    }

    synchronized void giveBack(String client) {
        taken.computeIfPresent(client, (name, own) -> own == 1 ? null : own - 1);
        all--;
    }
}
