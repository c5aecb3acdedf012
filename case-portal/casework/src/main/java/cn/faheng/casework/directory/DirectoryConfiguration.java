package cn.faheng.casework.directory;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/** The repositories of the master data. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories
class DirectoryConfiguration {}
