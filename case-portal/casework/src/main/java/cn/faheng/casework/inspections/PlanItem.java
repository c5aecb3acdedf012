package cn.faheng.casework.inspections;

/**
 * An inspection item of a plan, as the directory had it when it was planned.
 *
 * @param code code of the item
 * @param name its name
 * @param field field of enforcement
 * @param basis the provisions that give the power to inspect
 */
public record PlanItem(String code, String name, String field, String basis) {}
