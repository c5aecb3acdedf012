/** The decision API and its registry: a library for the portal, and a program that runs alone. */
@org.jspecify.annotations.NullMarked
package cn.faheng.server;
