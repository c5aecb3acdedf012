/** The way of a draft from its proof over legal review and approval into force, and out of it again. */
@org.jspecify.annotations.NullMarked
package cn.faheng.authoring.publishing;
