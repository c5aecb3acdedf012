/** The audit log, for those who audit and supervise: find, verify, take away. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web.audit;
