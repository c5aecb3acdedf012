/** The law library: texts of legal instruments that people load, in dated versions, beside those that the release cites. */
@org.jspecify.annotations.NullMarked
package cn.faheng.authoring.library;
