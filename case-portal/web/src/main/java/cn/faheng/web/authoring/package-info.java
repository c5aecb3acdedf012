/** The pages of legal staff: import, edit, prove, try, compare, approve and publish; and the public page of what is published. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web.authoring;
