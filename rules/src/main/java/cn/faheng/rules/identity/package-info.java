/** Numbers that name persons and organisations, with their check digits. */
@org.jspecify.annotations.NullMarked
package cn.faheng.rules.identity;
