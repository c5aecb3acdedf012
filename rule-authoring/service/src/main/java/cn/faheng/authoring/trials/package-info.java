/** Drafts tried on facts, on requests and on their cases, without storing a decision. */
@org.jspecify.annotations.NullMarked
package cn.faheng.authoring.trials;
