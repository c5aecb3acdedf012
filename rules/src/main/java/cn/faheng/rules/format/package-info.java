/** Reads rule sets, items, adoptions and provisions from disk or bytes; a bad file is refused with file, line and reason. */
@org.jspecify.annotations.NullMarked
package cn.faheng.rules.format;
