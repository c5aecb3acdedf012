package cn.faheng.casework.inspections;

/**
 * What the planner sets where the law gives no number.
 *
 * @param perYear how often an object may be checked in a year, all items together
 * @param perItem how often it may be checked in a year for one item
 * @param severalBodiesDays within how many days a check by another body calls for a warning
 * @param inspectorsPerObject how many inspectors go to each object
 */
public record PlanLimits(int perYear, int perItem, int severalBodiesDays, int inspectorsPerObject) {}
