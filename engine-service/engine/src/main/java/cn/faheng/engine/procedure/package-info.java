/** What a proposed penalty is worth and demands: verdict, procedure, remedies, warnings. */
@org.jspecify.annotations.NullMarked
package cn.faheng.engine.procedure;
