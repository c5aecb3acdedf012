package cn.faheng.casework.inspections;

import cn.faheng.server.canonical.Sha256;

/** Exports of draws, made without a database. */
final class Proofs {

    private static final String DRAW = "5f1c2a34-0000-4000-8000-000000000001";

    private Proofs() {}

    static DrawProof of(Candidates lists, String first, String second) {
        byte[] seed = DrawSeed.seed(DRAW, lists.hash(), first, second);
        DrawOutcome outcome = DoubleRandom.draw(lists, seed);
        return new DrawProof(
                DrawSeed.FORMAT,
                DRAW,
                "JC-370811-01-2026-0001",
                SeedMethod.PUBLIC_VALUE,
                "2026-11-20T09:00+08:00",
                "双色球第2026135期开奖号码",
                "2026-11-21T21:30+08:00",
                "2026-11-22T09:00+08:00",
                lists,
                lists.hash(),
                DrawSeed.commitment(DRAW, first),
                null,
                first,
                second,
                Sha256.hexOf(seed),
                outcome,
                outcome.hash());
    }
}
