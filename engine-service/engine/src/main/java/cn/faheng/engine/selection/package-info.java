/** Which law applies: the law at the time of the act, unless the later one is lighter (从旧兼从轻). */
@org.jspecify.annotations.NullMarked
package cn.faheng.engine.selection;
