/** What surrounds every page: language, sign-in, headers, licence, error pages. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web.frame;
