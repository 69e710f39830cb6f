export { DashboardLoading as default } from '@/components/dashboards/dashboard-loading';
