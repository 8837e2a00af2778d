import './mantine-styles';
import './portal.css';
