/** Where the data lives: the data folder, and PostgreSQL inside it or elsewhere. */
@org.jspecify.annotations.NullMarked
package cn.faheng.server.storage;
