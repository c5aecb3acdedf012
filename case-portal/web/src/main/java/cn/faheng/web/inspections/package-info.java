/** Pages of inspections: plans, the draw and its verification, tasks on site, the library of objects. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web.inspections;
