/** Which steps the law leaves open to a case, who takes them and by whose leave, asked of the rule sets of the hook "steps". */
@org.jspecify.annotations.NullMarked
package cn.faheng.engine.steps;
