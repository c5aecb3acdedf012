/** The DMN of a draft in a DMN editor, for experts. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web.modeleditor;
