/** The record of a case held against the law: at its gates, and for the steps that are open to it. */
@org.jspecify.annotations.NullMarked
package cn.faheng.server.casefiles;
