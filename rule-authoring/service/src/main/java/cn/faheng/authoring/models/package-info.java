/** Any DMN model with its imports is checked and tried, in a process where it can harm nothing. */
@org.jspecify.annotations.NullMarked
package cn.faheng.authoring.models;
