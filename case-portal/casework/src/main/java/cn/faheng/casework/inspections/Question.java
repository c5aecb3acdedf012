package cn.faheng.casework.inspections;

/**
 * One question of a checklist.
 *
 * @param id its id within the task
 * @param item code of the inspection item
 * @param text what is to be looked at
 * @param textEn the same in English
 * @param basis the provision it is asked under
 */
public record Question(String id, String item, String text, String textEn, String basis) {}
