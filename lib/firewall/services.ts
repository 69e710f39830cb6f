/**
 * Names of services by their ports. Source: IANA's service name registry, and common practice where a service isn't
 * registered.
 */
import type { Protocol } from './model';
import { samePorts, type Ports } from './ports';

/** A service with its usual ports. */
export interface Service {
  /** Its usual name, which is the same in every language. */
  name: string;
  protocol: Protocol;
  ports: Ports;
}

const tcp = (name: string, from: number, to = from): Service => ({
  name,
  protocol: 'tcp',
  ports: [from, to],
});
const udp = (name: string, from: number, to = from): Service => ({
  name,
  protocol: 'udp',
  ports: [from, to],
});

/** The services that the form offers, in this order. */
export const services: readonly Service[] = [
  tcp('SSH', 22),
  tcp('HTTP', 80),
  tcp('HTTPS', 443),
  udp('HTTP/3', 443),
  tcp('RDP', 3389),
  tcp('PostgreSQL', 5432),
  tcp('MySQL', 3306),
  tcp('Redis', 6379),
  tcp('MongoDB', 27_017),
  tcp('SQL Server', 1433),
  tcp('SMTP', 25),
  tcp('SMTP submission', 587),
  tcp('SMTPS', 465),
  tcp('IMAPS', 993),
  tcp('POP3S', 995),
  tcp('DNS', 53),
  udp('DNS', 53),
  udp('NTP', 123),
  tcp('FTP', 21),
  tcp('NFS', 2049),
  tcp('SMB', 445),
  udp('WireGuard', 51_820),
  udp('OpenVPN', 1194),
  udp('SNMP', 161),
  udp('SIP', 5060),
  udp('Mosh', 60_000, 61_000),
  tcp('Kubernetes API', 6443),
  tcp('Docker', 2376),
  tcp('Elasticsearch', 9200),
  tcp('RabbitMQ', 5672),
  tcp('Kafka', 9092),
  tcp('MQTT', 1883),
  tcp('VNC', 5900),
  tcp('Minecraft', 25_565),
];

/** The service that must stay reachable. */
export const ssh: Service = tcp('SSH', 22);

/** The name of the service with exactly this protocol and these ports, or null. */
export function serviceOf(protocol: Protocol, ports: Ports): string | null {
  const found = services.find((each) => each.protocol === protocol && samePorts(each.ports, ports));
  return found?.name ?? null;
}
