/** What is looked at on site: checklists whose every question names the provision it asks about. */
@org.jspecify.annotations.NullMarked
package cn.faheng.rules.checklist;
