/** Draft, check, trial, approval and publication of rule sets, and the law library. */
@org.jspecify.annotations.NullMarked
package cn.faheng.authoring;
