/** Finding Chinese texts by a part of them or by how they sound. */
@org.jspecify.annotations.NullMarked
package cn.faheng.server.search;
