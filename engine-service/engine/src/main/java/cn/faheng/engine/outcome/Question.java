package cn.faheng.engine.outcome;

import cn.faheng.rules.catalogue.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is missing, or a matter only a person may judge.
 *
 * @param pointer where the answer goes in the request
 * @param fact the question
 * @param narrowsByFen by how much the best answer narrows the range of the fine, in fen; null where it cannot be told
 * @param closedBy who may close it when it is a matter of judgement, else null
 */
public record Question(String pointer, Fact fact, @Nullable Long narrowsByFen, @Nullable String closedBy) {}
