/** Published tables that come as files: kept as they came, shown as they were understood, turned into drafts. */
@org.jspecify.annotations.NullMarked
package cn.faheng.authoring.imports;
