/** Drafts: their content, who saved what, and the states on their way to publication. */
@org.jspecify.annotations.NullMarked
package cn.faheng.authoring.drafts;
