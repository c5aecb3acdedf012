/** Cases as people work on them: lists, the case on one page, a form for every lawful step, and the inbox of those who give leave. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web.cases;
