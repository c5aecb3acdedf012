/** The master data: enforcement bodies, officers, items, lists of powers and counterparts, in dated versions that one compiles and another reviews. */
@org.jspecify.annotations.NullMarked
package cn.faheng.casework.directory;
