/** The pages of the master data: lists, versions, proposals and reviews, imports, and counterparts. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web.directory;
