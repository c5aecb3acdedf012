package cn.faheng.server.storage;

/**
 * A schema that belongs to one room. Each room declares its own as a bean; its migrations lie in {@code db/<name>} on the class
 * path and are applied in the order of the beans.
 *
 * @param name name of the schema
 */
public record RoomSchema(String name) {}
