export default { level: process.env.CMS_LOG_LEVEL ?? 'warn' };
