/** What a draft would change for cases: every case is computed again, and the differences are counted. */
@org.jspecify.annotations.NullMarked
package cn.faheng.drafting.impact;
