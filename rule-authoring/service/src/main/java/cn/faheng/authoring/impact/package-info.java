/** What a draft would change: past cases are kept, computed again as a job that can pause and go on, and counted. */
@org.jspecify.annotations.NullMarked
package cn.faheng.authoring.impact;
