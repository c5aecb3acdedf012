/** How law, amounts and places are worded for a reader in his language; the words of the law itself stay Chinese. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web.show;
